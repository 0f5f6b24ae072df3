import { type Disposable, env, type TextEditor, window } from "vscode";
import { hostWords } from "../words/hostWords.ts";
import { say } from "./say.ts";

/**
 * Remembers the text editor that was used last: while a table page or the tree has the focus, texts are still inserted
 * where the person was typing.
 */
export class LastTextEditor {
	readonly #listener: Disposable;
	#last: TextEditor | undefined;

	constructor() {
		this.#take(window.activeTextEditor);
		this.#listener = window.onDidChangeActiveTextEditor((editor) => {
			this.#take(editor);
		});
	}

	/**
	 * Puts a text at every cursor, over what is selected there, and brings the editor to the front. Where there is none,
	 * or the file cannot be changed, the person is told and can copy instead.
	 */
	async insert(text: string): Promise<void> {
		const editor = await this.#show();
		const done = await editor?.edit((edit) => {
			for (const selection of editor.selections) edit.replace(selection, text);
		});
		if (done === true) return;
		const copy = say(hostWords.copyInstead);
		const problem = editor === undefined ? hostWords.noEditor : hostWords.readOnlyEditor;
		if ((await window.showInformationMessage(say(problem), copy)) === copy) await env.clipboard.writeText(text);
	}

	dispose(): void {
		this.#listener.dispose();
	}

	/** Output panels are text editors too, but have no column. */
	#take(editor: TextEditor | undefined): void {
		if (editor?.viewColumn !== undefined) this.#last = editor;
	}

	async #show(): Promise<TextEditor | undefined> {
		if (this.#last === undefined || this.#last.document.isClosed) return undefined;
		const { document, viewColumn, selections } = this.#last;
		const editor = await window.showTextDocument(document, viewColumn === undefined ? {} : { viewColumn });
		editor.selections = selections;
		return editor;
	}
}
