/** Nothing here is timed: a test may take four minutes on a slow machine before it counts as hung. */
jest.setTimeout(240_000);
