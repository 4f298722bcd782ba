/** Opens a pane on an invented model, and the few gestures its tests are made of. */
import { act, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import type { Assessment } from '../../src/assess';
import type { Calculator } from '../../src/taskpane/calculator';
import { Pane } from '../../src/taskpane/Pane';
import { answering, FakeWorkbook } from './fakes';
import { assessment, snapshot } from './fixture';

export interface Opened {
  readonly workbook: FakeWorkbook;
  readonly calculator: Calculator;
}
export async function open(
  given: () => Assessment = assessment,
  workbook = new FakeWorkbook(),
  calculator: Calculator = answering(given),
): Promise<Opened> {
  render(
    <Pane
      workbook={workbook}
      calculator={calculator}
      sample={() => {
        workbook.now = snapshot();
        return Promise.resolve();
      }}
    />,
  );
  await act(async () => {
    await Promise.resolve();
  });
  return { workbook, calculator };
}
export const press = async (name: string | RegExp, role = 'button'): Promise<void> => {
  await act(async () => {
    fireEvent.click(screen.getByRole(role, { name }));
    await Promise.resolve();
  });
};
export const lead = (): string => screen.getByTestId('lead').textContent;
export const accessible = async (): Promise<void> => {
  const found = await axe.run(document.body, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    rules: { 'aria-hidden-focus': { enabled: false }, 'color-contrast': { enabled: false } },
  });
  expect(
    found.violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' ')}`),
  ).toEqual([]);
};
