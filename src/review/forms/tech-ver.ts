/**
 * TECH-VER's black-box tests: Büyükkaramikli NC, Rutten-van Mölken MPMH, Severens JL, Al M. TECH-VER: a verification
 * checklist to reduce errors in models and improve their credibility. PharmacoEconomics 2019;37:1391–1408, Table 2
 * (doi 10.1007/s40273-019-00844-y). In our own words; the table numbers nothing, so a number is domain and place in it.
 */
import type { Form } from '../item';
import { events } from './tech-ver-events';
import { inputs } from './tech-ver-inputs';
import { results } from './tech-ver-results';
import { uncertainty } from './tech-ver-uncertainty';

export const techVer: Form = {
  key: 'techver',
  name: 'TECH-VER',
  title: 'TECH-VER: black-box tests',
  source:
    'After Büyükkaramikli et al., PharmacoEconomics 2019;37:1391–1408, Table 2 (doi 10.1007/s40273-019-00844-y), in our words. Numbers are domain and place in the table, which has none of its own',
  parts: [inputs, events, results, uncertainty],
};
