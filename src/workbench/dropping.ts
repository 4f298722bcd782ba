/** Dropping a workbook anywhere on the page opens it. */
import { useEffect, useState } from 'react';

const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;

/** True while a file is held over the page. Caught before the sheet sees it, which would take it for a picture. */
export function useDropping(dropped: (file: File) => void): boolean {
  const [over, setOver] = useState(false);
  useEffect(() => {
    const drag = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(event.type !== 'dragleave' || event.relatedTarget !== null);
    };
    const drop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      drag(event);
      setOver(false);
      const file = event.dataTransfer?.files[0];
      if (file !== undefined) dropped(file);
    };
    const listeners = [
      ['dragenter', drag],
      ['dragover', drag],
      ['dragleave', drag],
      ['drop', drop],
    ] as const;
    for (const [name, listener] of listeners) window.addEventListener(name, listener, true);
    return () => {
      for (const [name, listener] of listeners) window.removeEventListener(name, listener, true);
    };
  }, [dropped]);
  return over;
}
