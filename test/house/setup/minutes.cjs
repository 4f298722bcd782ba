/** A test that starts a browser or an office program may take four. */
jest.setTimeout(240_000);
