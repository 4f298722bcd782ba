/** Writes the products that were taken along as rows of BIM_Horizon on a sheet of ours, or hands them over to be pasted. */
import { Button } from '@fluentui/react-components';
import type { ExampleRow } from '../../../inputs/examples/example';
import type { Report } from '../../../workbook/workbook';
import type { Where } from '../../adding';
import { several } from '../../figures';
import { useLooks } from '../../parts/looks';
import { PasteRows } from '../../parts/PasteRows';
import { resultsOf, useSessionContext } from '../../parts/session-context';
import { hasModel, whereToRegister } from './register';

interface WriteRegisterProps {
  readonly rows: readonly ExampleRow[];
  readonly onChoose: () => void;
  readonly onClose: () => void;
}

export function WriteRegister({ rows, onChoose, onClose }: WriteRegisterProps): React.JSX.Element {
  const looks = useLooks();
  const { state, does, doors } = useSessionContext();
  const where = whereToRegister(state.model);
  const write = (ours: Extract<Where, { kind: 'ours' }>): void => {
    const title = resultsOf(state)?.title ?? 'What is coming';
    const years = resultsOf(state)?.years[0] ?? (doors.now?.() ?? new Date()).getFullYear();
    does.begin(async () => {
      const report = await laidOut([...ours.before, ...rows], hasModel(state.model) ? title : null, years);
      await doors.workbook.write(report, ours.key === null ? {} : { replace: [ours.key] });
    });
    onClose();
  };
  return (
    <>
      <p className={looks.note}>{rows.length === 0 ? 'There is nothing to write.' : said(where)}</p>
      <div style={{ display: 'flex', flexWrap: 'wrap', gap: 8, marginTop: 10 }}>
        {where.kind === 'ours' ? (
          <Button
            size="small"
            disabled={rows.length === 0}
            onClick={() => {
              write(where);
            }}
          >
            Write {several(rows.length, 'row')}
          </Button>
        ) : (
          <PasteRows rows={rows} where={where} disabled={rows.length === 0} />
        )}
        <Button size="small" appearance="subtle" onClick={onChoose}>
          Other files…
        </Button>
        <Button size="small" appearance="subtle" onClick={onClose}>
          Close
        </Button>
      </div>
    </>
  );
}

const BLANK =
  'What no trial tells (Eligible, Peak uptake, Years to peak, Net cost per patient) is left blank for you: until it is filled in, the sums stop and say so.';

const said = ({ kind }: Where): string =>
  kind === 'ours'
    ? `A sheet of its own, Horizon, takes these rows as BIM_Horizon. Your sheets are not touched. ${BLANK}`
    : `BIM_Horizon is your own table, so its new rows are copied for you to paste under it. ${BLANK}`;

/** `title` of the model they join; null where there is none, and the register brings settings of its own. */
async function laidOut(rows: readonly ExampleRow[], title: string | null, firstYear: number): Promise<Report> {
  if (title !== null) return (await import('../../../inputs/register-sheet')).registerReport(title, rows);
  const [{ templateReport }, { trialsRegister }] = await Promise.all([
    import('../../../inputs/template'),
    import('../../../inputs/examples/trials-register'),
  ]);
  return templateReport(trialsRegister(rows, firstYear));
}
