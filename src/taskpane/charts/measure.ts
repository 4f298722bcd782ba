/** The width of an element as it is and as it becomes: charts are laid out in the pixels they have. */
import { useEffect, useState, type RefObject } from 'react';

/** `before` stands until the element has been measured. */
export function useWidth(element: RefObject<HTMLElement>, before: number): number {
  const [width, setWidth] = useState(before);
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const measure = (): void => {
      if (current.clientWidth > 0) setWidth(current.clientWidth);
    };
    const size = new ResizeObserver(measure);
    size.observe(current);
    measure();
    return () => {
      size.disconnect();
    };
  }, [element]);
  return width;
}
