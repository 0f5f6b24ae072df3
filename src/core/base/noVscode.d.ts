// What the zones that know nothing of VS Code see when they import "vscode": an empty module, so the import does not
// compile. `types: []` alone would not stop it, because the package is found by name.
export {};
