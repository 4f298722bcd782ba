/** What BIM_Resources may not say of who needs it. */
import { modelWith } from '../../../build/snapshot';
import { faults } from '../../findings/cases';
import { chairs, resources } from '../tables';

faults([
  [
    'an unknown technology',
    modelWith({ Resources: resources({ ...chairs, Technology: 'Drug C' }) }),
    'error',
    'unknown-name',
    'I4',
    /“Drug C”/,
    /BIM_Technologies has|probably meant/,
  ],
  [
    'a technology without a queue',
    modelWith({ Resources: resources({ ...chairs, Technology: 'Drug B' }) }),
    'error',
    'no-queue',
    'I4',
    /names Drug B, whose Role is current/,
    /off Available/,
  ],
  [
    'an unknown subgroup',
    modelWith({ Resources: resources({ ...chairs, Subgroup: 'Adluts' }) }),
    'error',
    'unknown-name',
    'J4',
    /“Adluts”/,
    /“Adults” is probably meant/,
  ],
  [
    'an unknown test',
    modelWith({ Resources: resources({ ...chairs, Test: 'Scan' }) }),
    'error',
    'unknown-name',
    'K4',
    /Test of Chairs, Drug A is “Scan”, which BIM_Tests does not name/,
    /names none/,
  ],
  [
    'a test of the other world',
    modelWith({
      Resources: resources({ ...chairs, Test: 'Scan' }),
      Tests: [
        ['Test', 'World', 'Positive'],
        ['Scan', 'without', 0.5],
      ],
    }),
    'error',
    'no-test',
    'K4',
    /Scan is carried out only in the world without/,
    /world with/,
  ],
  [
    'a test of nobody who starts',
    modelWith({
      Resources: resources({ ...chairs, 'Per start': null, 'Per follow-up': 1, Test: 'Scan' }),
      Tests: [
        ['Test', 'Positive'],
        ['Scan', 0.5],
      ],
    }),
    'notice',
    'unused-test',
    'K4',
    /Test of Chairs, Drug A is not used/,
    /multiplied/,
  ],
  [
    'months of no follow-up',
    modelWith({ Resources: resources({ ...chairs, 'Follow-up months': 6 }) }),
    'error',
    'blank',
    'G4',
    /Per follow-up of Chairs, Drug A is blank/,
    /Follow-up months needs it/,
  ],
  [
    'the same row twice',
    modelWith({ Resources: resources(chairs, chairs) }),
    'error',
    'duplicate-row',
    'B5',
    /the same Resource, Technology, Subgroup, Test and From/,
    /Keep one/,
  ],
  [
    'two needs of one start',
    modelWith({ Resources: resources(chairs, { ...chairs, Available: 9, From: 2027 }) }),
    'error',
    'duplicate-use',
    'F5',
    /says twice what a start needs, in rows 4 and 5/,
    /Keep one/,
  ],
]);
