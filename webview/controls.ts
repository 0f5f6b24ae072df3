/**
 * The controls of all webviews. This file alone knows the control library, so that another one means changing it here
 * and nowhere else. Inside repeated rows use plain elements: the library's are five times slower there.
 */
import { provideVSCodeDesignSystem, vsCodeButton, vsCodeTextField } from "@vscode/webview-ui-toolkit";
import { type ComponentChildren, h, type JSX } from "preact";
import "./controls.css";

/** Once for each page, before anything is rendered. */
export function registerControls(): void {
	provideVSCodeDesignSystem().register(vsCodeButton(), vsCodeTextField());
}

export interface ButtonProps {
	readonly onClick: () => void;
	readonly secondary?: boolean;
	readonly disabled?: boolean;
	readonly children: ComponentChildren;
}

export function Button({ onClick, secondary = false, disabled = false, children }: ButtonProps): JSX.Element {
	return h("vscode-button", { appearance: secondary ? "secondary" : "primary", disabled, onClick }, children);
}

export interface TextFieldProps {
	readonly label: string;
	readonly placeholder: string;
	readonly value: string;
	/** With every key. */
	readonly onText: (text: string) => void;
}

/**
 * A one-line text; Escape empties it. The library writes a label of its own when it is put into the page, so ours is
 * set after that.
 */
export function TextField({ label, placeholder, value, onText }: TextFieldProps): JSX.Element {
	return h("vscode-text-field", {
		ref: (field: HTMLElement | null) => field?.setAttribute("aria-label", label),
		placeholder,
		value,
		onInput: (event: Event) => {
			onText((event.target as HTMLInputElement).value);
		},
		onKeyDown: (event: KeyboardEvent) => {
			if (event.key === "Escape" && value !== "") onText("");
		},
	});
}
