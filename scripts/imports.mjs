// Which file imports which, and the circles of a graph.
import { posix } from 'node:path';

/**
 * Files that a file imports, types included.
 * @param {string} file
 * @param {ReadonlyMap<string, string>} files every file's text by its path
 */
export function importsOf(file, files) {
  const found = files.get(file).matchAll(/(?:\bfrom|\bimport\(|^import)\s*'(\.[^']+)'/gm);
  const paths = [...found].map(([, path]) => `${posix.join(posix.dirname(file), path)}.ts`);
  return paths.filter((path) => files.has(path));
}

/**
 * Strongly connected components (Tarjan's algorithm): groups of nodes that reach one another, single nodes included.
 * Each group comes after all that it leads to.
 * @param {Iterable<string>} nodes
 * @param {(node: string) => Iterable<string>} next
 * @returns {string[][]}
 */
export function circlesIn(nodes, next) {
  const order = new Map();
  const low = new Map();
  const stack = [];
  const circles = [];
  const visit = (node) => {
    order.set(node, order.size);
    low.set(node, order.get(node));
    stack.push(node);
    for (const other of next(node)) {
      if (!order.has(other)) visit(other);
      if (stack.includes(other)) low.set(node, Math.min(low.get(node), low.get(other)));
    }
    if (low.get(node) === order.get(node)) circles.push(stack.splice(stack.indexOf(node)));
  };
  for (const node of nodes) if (!order.has(node)) visit(node);
  return circles;
}
