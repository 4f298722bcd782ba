/** A test of sums or of the pane may take a minute on a slow machine. */
jest.setTimeout(60_000);
