/** Check 37: who pays. */
import { sameName } from '../../engine/model/structure';
import { valuesOf, years } from '../../engine/figures';
import type { Check } from '../check';
import { needs } from '../outside';
import { added, costOf, impactOf, plus, unlike } from '../compare';
import { needsCosts } from '../conditions';
import { booked, type Booked } from '../facts';
import { minus, type Figures } from '../compare';

export const payersPart: Check = {
  number: 37,
  family: 'Conservation',
  name: 'Payers part the total between them, and each is the headline of its own run',
  why: 'A cost that two payers bear, or none, appears in one report and not in the other.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    const { payer } = run.of.ledger;
    needs(payer.size > 0, 'no cost names a payer');
    const all = booked(run);
    const change = (which: (of: Booked) => boolean): Figures => {
      const total = (world: number) =>
        added(
          run,
          all.filter((of) => of.world === world && which(of)).map((of) => of.values),
        );
      return minus(total(1), total(0));
    };
    const shared = change((of) => of.payer === '');
    const whole = rerun({ ...assumptions, model: { ...assumptions.model, payer: 'All' } });
    const named = payer.members.map((name, index) => ({
      name,
      got: valuesOf(run, run.of.impact.byPayer, [index], years(run)),
      own: change((of) => sameName(of.payer, name)),
    }));
    return unlike(
      'the impact by payer added up',
      [
        {
          name: 'impact of all payers',
          expected: impactOf(whole),
          got: added(run, [...named.map((of) => of.own), shared]),
        },
        ...named.map(({ name, got, own }) => ({ name: `impact of ${name}`, expected: plus(own, shared), got })),
        ...named.slice(0, 4).map(({ name, got }) => ({
          name: `headline where ${name} is the payer`,
          expected: got,
          got: impactOf(rerun({ ...assumptions, model: { ...assumptions.model, payer: name } })),
        })),
      ],
      { scale: costOf(whole) },
    );
  },
};
