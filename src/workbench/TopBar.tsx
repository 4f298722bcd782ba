/** The bar above: what is open, and the ways in and out. */
import { useEffect, useRef, useState } from 'react';
import type { Sample } from './samples';

export interface TopBarProps {
  readonly name: string;
  readonly samples: readonly Sample[];
  readonly busy: boolean;
  readonly onOpen: () => void;
  readonly onSave: () => void;
  readonly onTemplate: () => void;
  readonly onSample: (sample: Sample) => void;
}

export function TopBar({ name, samples, busy, onOpen, onSave, onTemplate, onSample }: TopBarProps): React.JSX.Element {
  return (
    <header className="bar">
      <h1 className="brand">
        <img src="assets/logo.svg" width={20} height={20} alt="" />
        Realise
      </h1>
      <div className="file" title={name} data-testid="file">
        {name}
      </div>
      <button type="button" onClick={onTemplate} disabled={busy}>
        New from template
      </button>
      <Samples samples={samples} onSample={onSample} />
      <button type="button" onClick={onOpen}>
        Open…
      </button>
      <button type="button" className="save" onClick={onSave} disabled={busy}>
        Save as .xlsx
      </button>
    </header>
  );
}

/** The samples, in a small menu that closes on Escape, on a choice and on a click elsewhere. */
function Samples({ samples, onSample }: Pick<TopBarProps, 'samples' | 'onSample'>): React.JSX.Element {
  const [open, setOpen] = useState(false);
  const around = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return undefined;
    around.current?.querySelector<HTMLElement>('[role=menuitem]')?.focus();
    const elsewhere = (event: PointerEvent): void => {
      if (!(event.target instanceof Node) || !around.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', elsewhere, true);
    return () => {
      document.removeEventListener('pointerdown', elsewhere, true);
    };
  }, [open]);
  const keys = (event: React.KeyboardEvent): void => {
    const items = [...(around.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
    const at = items.findIndex((item) => item === document.activeElement);
    if (event.key === 'Escape') {
      setOpen(false);
      button.current?.focus();
    }
    if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    if (event.key === 'ArrowUp') items[(at - 1 + items.length) % items.length]?.focus();
  };
  return (
    <div className="with-menu" ref={around} onKeyDown={keys}>
      <button
        type="button"
        ref={button}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        Samples
      </button>
      {open && (
        <div className="menu" role="menu" aria-label="Samples">
          {samples.map((sample) => (
            <button
              key={sample.name}
              type="button"
              role="menuitem"
              onClick={() => {
                setOpen(false);
                onSample(sample);
              }}
            >
              {sample.name}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
