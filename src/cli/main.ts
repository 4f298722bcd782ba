/** The command line's way in: arguments and clock from outside, exit status back. */
import { realise } from './command-line';

// A reader that stops early (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 2);
});

void realise(process.argv.slice(2), {
  out: (text) => {
    process.stdout.write(text);
  },
  error: (text) => {
    process.stderr.write(text);
  },
  now: () => new Date(),
}).then((status) => {
  process.exitCode = status;
});
