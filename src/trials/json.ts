/** Trials as the second interface of ClinicalTrials.gov gives them: pages of studies, a list, or one study, as JSON. */
import { yearOf } from './dates';
import { isStopped, NUMBER, phaseOf, type Intervention, type Trial, type TrialFinding, type TrialList } from './trial';

type Parsed = string | number | boolean | null | readonly Parsed[] | { readonly [key: string]: Parsed };

export function readJson(name: string, text: string): TrialList {
  const findings: TrialFinding[] = [];
  const whole = parsed(name, text, findings);
  const studies = whole.flatMap(studiesIn);
  if (studies.length === 0 && findings.length === 0)
    findings.push({ severity: 'error', at: name, message: 'No studies with a protocolSection in this file.' });
  return { trials: studies.map((study, n) => trialOf(study, `${name}, study ${String(n + 1)}`)), findings };
}

/** One document, or one a line. */
function parsed(name: string, text: string, findings: TrialFinding[]): readonly Parsed[] {
  try {
    return [JSON.parse(text) as Parsed];
  } catch (error) {
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    try {
      if (lines.length > 1) return lines.map((line) => JSON.parse(line) as Parsed);
    } catch {
      // Told below, as of the whole.
    }
    const reason = error instanceof Error ? error.message : String(error);
    findings.push({ severity: 'error', at: name, message: `The file is broken: ${reason.slice(0, 120)}.` });
    return [];
  }
}

/** A page has `studies`; a study has a `protocolSection`. */
function studiesIn(value: Parsed): readonly Parsed[] {
  if (Array.isArray(value)) return (value as readonly Parsed[]).flatMap(studiesIn);
  if (member(value, 'protocolSection') !== null) return [value];
  return listed(member(value, 'studies')).flatMap(studiesIn);
}

/** An own member of an object: never one that every object has. */
const member = (value: Parsed, key: string): Parsed =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && Object.hasOwn(value, key)
    ? ((value as Readonly<Record<string, Parsed>>)[key] ?? null)
    : null;

const at = (value: Parsed, ...path: readonly string[]): Parsed => path.reduce(member, value);
const listed = (value: Parsed): readonly Parsed[] => (Array.isArray(value) ? (value as readonly Parsed[]) : []);
const texts = (value: Parsed): readonly string[] =>
  listed(value).flatMap((each) => (typeof each === 'string' ? each.trim() : []));
const said = (value: Parsed): string => (typeof value === 'string' ? value.trim() : '');

function trialOf(study: Parsed, where: string): Trial {
  const protocol = member(study, 'protocolSection');
  const status = said(at(protocol, 'statusModule', 'overallStatus'));
  const date = (struct: string): number | null => yearOf(said(at(protocol, 'statusModule', struct, 'date')));
  const enrolled = at(protocol, 'designModule', 'enrollmentInfo', 'count');
  return {
    id: (NUMBER.exec(said(at(protocol, 'identificationModule', 'nctId')))?.[0] ?? '').toUpperCase(),
    title: said(at(protocol, 'identificationModule', 'briefTitle')),
    status,
    stopped: isStopped(status),
    conditions: texts(at(protocol, 'conditionsModule', 'conditions')),
    interventions: interventionsOf(protocol),
    sponsor: said(at(protocol, 'sponsorCollaboratorsModule', 'leadSponsor', 'name')),
    phase: phaseOf(texts(at(protocol, 'designModule', 'phases')).join('|')),
    enrolment: typeof enrolled === 'number' && enrolled >= 0 ? enrolled : null,
    start: date('startDateStruct'),
    completion: date('primaryCompletionDateStruct') ?? date('completionDateStruct'),
    at: where,
  };
}

/** Those of experimental arms first: what is tried, not what it is compared with. */
function interventionsOf(protocol: Parsed): readonly Intervention[] {
  const module = member(protocol, 'armsInterventionsModule');
  const tried = new Set(
    listed(member(module, 'armGroups'))
      .filter((arm) => said(member(arm, 'type')) === 'EXPERIMENTAL')
      .flatMap((arm) => texts(member(arm, 'interventionNames')))
      .map((name) => name.replace(/^[A-Za-z ]+:\s*/, '').toLowerCase()),
  );
  const all = listed(member(module, 'interventions')).flatMap((each): readonly Intervention[] => {
    const name = said(member(each, 'name'));
    return name === '' ? [] : [{ type: said(member(each, 'type')), name }];
  });
  const inArms = all.filter(({ name }) => tried.has(name.toLowerCase()));
  return inArms.length > 0 ? inArms : all;
}
