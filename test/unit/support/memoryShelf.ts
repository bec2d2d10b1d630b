import type { Shelf } from '../../../src/core/ports';

export function memoryShelf(): Shelf & { text: string | null } {
  return {
    text: null,
    async read() {
      return this.text;
    },
    async write(text) {
      this.text = typeof text === 'string' ? text : text.join('');
    },
  };
}
