/** A report as a file of its own: a new workbook with its sheets and nothing else, at once and without a door. */
import type { Report } from '../workbook';
import { blankPackage } from './blank';
import { filePieces, type FilePiece } from './pieces';
import { writePackage } from './write';

/** The file, and everything that stands in it, read back from its bytes. */
export function reportFile(report: Report): { readonly bytes: Uint8Array; readonly pieces: Iterable<FilePiece> } {
  const pkg = blankPackage();
  writePackage(pkg, report);
  const bytes = pkg.bytes();
  return { bytes, pieces: filePieces(bytes) };
}
