import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** What the comments above the fields of the contracts say: read from the sources, for decorators do not keep them. */
export class FieldMeanings {
  private readonly meanings = new Map<string, string>();

  /** @param folder with the TypeScript sources of the contracts */
  constructor(folder: string) {
    for (const file of globSync('**/*.ts', { cwd: folder, exclude: (name) => name.endsWith('.spec.ts') })) {
      const path = join(folder, file);
      const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
      source.forEachChild((node) => {
        if (ts.isClassDeclaration(node) && node.name) this.read(node.name.text, node);
      });
    }
  }

  /** Of the field in this class, or in the one that declares it. */
  of(type: abstract new () => object, field: string): string | undefined {
    for (
      let owner: unknown = type;
      typeof owner === 'function' && owner.name !== '';
      owner = Object.getPrototypeOf(owner)
    ) {
      const meaning = this.meanings.get(`${owner.name}.${field}`);
      if (meaning !== undefined) return meaning;
    }
    return undefined;
  }

  private read(name: string, declaration: ts.ClassDeclaration): void {
    for (const member of declaration.members) {
      if (!ts.isPropertyDeclaration(member) || !ts.isIdentifier(member.name)) continue;
      const text = ts.getJSDocCommentsAndTags(member).map((doc) => ts.getTextOfJSDocComment(doc.comment) ?? '');
      const meaning = text.join(' ').replace(/\s+/g, ' ').trim();
      if (meaning !== '') this.meanings.set(`${name}.${member.name.text}`, meaning);
    }
  }
}
