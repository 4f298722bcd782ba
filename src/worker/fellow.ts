/**
 * Draws made by two workers. A block is the same whoever makes it, so one goes on from the first and the other back from the
 * last, until they meet; the first has the answer. Nobody waits: what has not arrived is made.
 */
import type { DrawnBlock } from '../engine/stress/answers';

export class Fellow {
  /** The last block that the other has come to. */
  reached = -1;
  private readonly blocks = new Map<number, DrawnBlock>();
  private readonly channel: BroadcastChannel;

  /** Both go by the same name. */
  constructor(name: string) {
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }: MessageEvent<DrawnBlock | number>) => {
      if (typeof data === 'number') this.reached = data;
      else this.blocks.set(data.block, data);
    };
  }

  /** A block that the other has made; undefined where it has not arrived. */
  block(number: number): DrawnBlock | undefined {
    return this.blocks.get(number);
  }

  /** Draws that the other has made, of blocks after this one. */
  drawnAfter(number: number): number {
    return [...this.blocks.values()].reduce((sum, { block, count }) => (block > number ? sum + count : sum), 0);
  }

  give(block: DrawnBlock): void {
    this.channel.postMessage(block);
  }

  tell(reached: number): void {
    this.channel.postMessage(reached);
  }

  close(): void {
    this.channel.close();
  }
}

/** Lets what was sent arrive. A timer would wait four milliseconds each time. */
export function turn(): Promise<void> {
  return new Promise((go) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      go();
    };
    port2.postMessage(null);
  });
}
