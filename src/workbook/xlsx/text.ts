/** Texts as workbooks keep them: the shared list, rich text joined, and the `_x000A_` escapes. */
import { readXml } from './xml';

/** Collects the text of rich or plain strings (`si`, `is`), leaving out phonetic guides. */
export class TextCollector {
  private text = '';
  private inText = false;
  private phonetic = 0;

  open(name: string): void {
    if (name === 'rPh') this.phonetic++;
    this.inText = name === 't' && this.phonetic === 0;
  }
  close(name: string): void {
    if (name === 'rPh') this.phonetic--;
    this.inText = false;
  }
  add(text: string): void {
    if (this.inText) this.text += text;
  }
  /** The text so far, and a fresh start. */
  take(): string {
    const text = unescapeText(this.text);
    this.text = '';
    return text;
  }
}

/** The shared strings of a workbook, in order. */
export function readSharedStrings(source: string): string[] {
  const strings: string[] = [];
  const collector = new TextCollector();
  readXml(source, {
    open: (name) => {
      collector.open(name);
    },
    text: (text) => {
      collector.add(text);
    },
    close: (name) => {
      collector.close(name);
      if (name === 'si') strings.push(collector.take());
    },
  });
  return strings;
}

/** `_x000A_` → a line break: characters that XML cannot hold, or that Excel chose to spell. */
export function unescapeText(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}

/** Text as it is written, so that {@link unescapeText} gives it back. */
export function escapeText(text: string): string {
  return text.replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
}
