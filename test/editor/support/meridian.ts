import { ok } from 'node:assert/strict';
import * as vscode from 'vscode';
import type { MeridianApi } from '../../../src/editor/api';
import { reasonText } from '../../../src/editor/records/words/linkWords';
import { recordName } from '../../../src/editor/records/words/recordWords';

/** The extension, active and with everything read. */
export async function meridian(): Promise<MeridianApi> {
  const extension = vscode.extensions.getExtension<MeridianApi>('meridian-async.meridian');
  ok(extension, 'the extension is not there');
  const api = await extension.activate();
  await api.whenRead();
  return api;
}

export function sampleUri(path: string, folder = 0): vscode.Uri {
  const root = vscode.workspace.workspaceFolders?.[folder];
  ok(root, 'no folder is open');
  return vscode.Uri.joinPath(root.uri, path);
}

/** Opens a file of a workspace folder in an editor. */
export async function openSample(path: string, folder = 0): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(sampleUri(path, folder));
  await vscode.window.showTextDocument(document);
  return document;
}

/** What Decisions lists for the file in front: the key of each group, and below it a line for each record. */
export function listed({ front }: MeridianApi): readonly string[] {
  return front
    .groups()
    .flatMap(({ key, links }) => [key, ...links.map((link) => `  ${recordName(link.record)} · ${reasonText(link)}`)]);
}

/** The place in the middle of a text that occurs in the document. */
export function placeOf(document: vscode.TextDocument, text: string): vscode.Position {
  const at = document.getText().indexOf(text);
  ok(
    at >= 0,
    `"${text}" is not in ${document.uri.path}: ${document.getText().slice(0, 200)} (closed: ${document.isClosed})`,
  );
  return document.positionAt(at + Math.floor(text.length / 2));
}

/** Meridian's hover contents on a text, as sent to the editor; empty where it has nothing to say. */
export async function hoverParts(
  document: vscode.TextDocument,
  text: string,
): Promise<readonly vscode.MarkdownString[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    placeOf(document, text),
  );
  return hovers.flatMap(({ contents }) => contents.filter((part) => part instanceof vscode.MarkdownString));
}

/** What a person reads in the hover: without Markdown's escapes. */
export async function hoverText(document: vscode.TextDocument, text: string): Promise<string> {
  const parts = await hoverParts(document, text);
  return parts.map(({ value }) => value.replace(/\\(.)/g, '$1').replaceAll('&nbsp;', ' ')).join('\n---\n');
}

/** Waits for an event after which the condition holds; the test's own time limit ends a wait in vain. */
export async function until(condition: () => boolean, event: vscode.Event<unknown>): Promise<void> {
  if (condition()) return;
  await new Promise<void>((resolve) => {
    const listener = event(() => {
      if (!condition()) return;
      listener.dispose();
      resolve();
    });
  });
}

/** A tree as text: one line a row, indented, with its description. */
export async function outline<T>(tree: vscode.TreeDataProvider<T>, node?: T, indent = ''): Promise<readonly string[]> {
  const lines: string[] = [];
  for (const child of (await tree.getChildren(node)) ?? []) {
    const item = await tree.getTreeItem(child);
    lines.push(`${indent}${String(item.label)}${item.description ? ` · ${String(item.description)}` : ''}`);
    lines.push(...(await outline(tree, child, `${indent}  `)));
  }
  return lines;
}

/** The text of a file of a workspace folder on the disk. */
export async function readSample(path: string, folder = 0): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(sampleUri(path, folder)));
}

/**
 * Writes a file of a workspace folder, past any open document, as git or another program would, and waits until the
 * editor has taken the text into a document of it that is still there: a command would work on the text before.
 */
export async function writeSample(path: string, text: string | Uint8Array, folder = 0): Promise<void> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const uri = sampleUri(path, folder);
  await vscode.workspace.fs.writeFile(uri, bytes);
  const document = vscode.workspace.textDocuments.find((open) => open.uri.toString() === uri.toString());
  if (!document || typeof text !== 'string') return;
  const inOneForm = (words: string) => words.replace(/\r\n?/g, '\n');
  const isTaken = () => document.isClosed || document.isDirty || inOneForm(document.getText()) === inOneForm(text);
  await until(isTaken, (listener) =>
    vscode.Disposable.from(
      vscode.workspace.onDidChangeTextDocument(listener),
      vscode.workspace.onDidCloseTextDocument(listener),
    ),
  );
}

/**
 * Deletes a file or folder, and waits until its records are forgotten: a later test may write the same path, and a wait
 * for its record would end at the old text.
 */
export async function deleteSample(path: string, folder = 0): Promise<void> {
  await vscode.workspace.fs.delete(sampleUri(path, folder), { recursive: true });
  const { projects } = await meridian();
  const isBelow = (record: { readonly path: string }) => `${record.path}/`.startsWith(`${path}/`);
  const isForgotten = () => !projects.folders[folder]?.view.records().some(isBelow);
  await until(isForgotten, projects.onDidChange);
}

/** The text of a small decision. */
export function decision(title: string, status = 'Accepted'): string {
  return `# ${title}\n\nDate: 2025-03-03\n\n## Status\n\n${status}\n\n## Decision\n\nWe do it.\n`;
}

/** Sets a setting of Meridian while something runs, then takes it away again. */
export async function withSetting(key: string, value: unknown, run: () => Promise<void>): Promise<void> {
  const settings = (): vscode.WorkspaceConfiguration => vscode.workspace.getConfiguration('meridian');
  await settings().update(key, value, vscode.ConfigurationTarget.Global);
  try {
    await run();
  } finally {
    await settings().update(key, undefined, vscode.ConfigurationTarget.Global);
  }
}
