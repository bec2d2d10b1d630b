import * as vscode from 'vscode';
import type { ToPage } from '../../../src/editor/records/panel/messages';

/** A webview view that a test holds in its hand: what its page is sent, and what its page says. */
export class FakeView {
  readonly sent: ToPage[] = [];
  /** How often a page was loaded into it. */
  loads = 0;
  private readonly said = new vscode.EventEmitter<unknown>();
  private readonly posted = new vscode.EventEmitter<void>();
  private readonly shown = new vscode.EventEmitter<void>();
  private readonly ended = new vscode.EventEmitter<void>();
  readonly onDidPost = this.posted.event;
  readonly view: vscode.WebviewView;

  constructor() {
    const post = async (message: ToPage): Promise<boolean> => {
      this.sent.push(message);
      this.posted.fire();
      return true;
    };
    const count = () => {
      this.loads++;
    };
    this.view = {
      viewType: 'meridian.decisions',
      visible: true,
      onDidChangeVisibility: this.shown.event,
      onDidDispose: this.ended.event,
      show: () => undefined,
      webview: {
        get html() {
          return '';
        },
        set html(_) {
          count();
        },
        options: {},
        cspSource: 'https://view.example',
        onDidReceiveMessage: this.said.event,
        postMessage: post,
        asWebviewUri: (uri) => uri,
      },
    };
  }

  get html(): string {
    return this.sent.at(-1)?.html ?? '';
  }

  say(message: unknown): void {
    this.said.fire(message);
  }

  /** Follows the first link whose text passes. */
  click(text: RegExp): void {
    const links = [...this.html.matchAll(/<a [^>]*data-id="([^"]+)"[^>]*>([\s\S]*?)<\/a>/g)];
    this.say({ type: 'follow', id: links.find(([, , words = '']) => text.test(words))?.[1] });
  }
}

/** What a window keeps of a workspace, in memory. */
export class FakeMemento implements vscode.Memento {
  private readonly values = new Map<string, unknown>();

  keys(): readonly string[] {
    return [...this.values.keys()];
  }

  get<T>(key: string, otherwise?: T): T {
    return (this.values.get(key) ?? otherwise) as T;
  }

  async update(key: string, value: unknown): Promise<void> {
    // As the editor keeps it.
    this.values.set(key, value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
  }
}
