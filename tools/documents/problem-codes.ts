import { readFileSync } from 'node:fs';
import ts from 'typescript';

/** A code of the problem catalogue as the source uses it. */
export interface CodeUse {
  kind: 'problems' | 'reasons' | 'terms';
  code: string;
  /** Undefined where the source does not write the parameters out. */
  params: string[] | undefined;
  at: string;
}

const METHODS = new Set(['badRequest', 'conflict', 'notFound']);

/** Every use in one file. @throws Error for a code that is no literal: nobody could tell whether it has a text. */
export function codesUsedIn(file: string): CodeUse[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const uses: CodeUse[] = [];
  const at = (node: ts.Node) => `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
  const add = (kind: CodeUse['kind'], node: ts.Expression | undefined, params?: ts.Expression) => {
    if (!node) throw new Error(`${file}: a code is missing`);
    const keys = params === undefined ? [] : keysOf(params);
    for (const code of literalsOf(node, at)) uses.push({ kind, code, params: keys, at: at(node) });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && node.expression.getText() === 'Problem') {
      add('problems', node.arguments?.[1], node.arguments?.[2]);
    } else if (ts.isCallExpression(node) && isProblemMethod(node.expression)) {
      const isTerm = node.expression.name.text === 'notFound';
      add(isTerm ? 'terms' : 'problems', node.arguments[0], isTerm ? undefined : node.arguments[1]);
    } else if (ts.isObjectLiteralExpression(node)) {
      const code = memberOf(node, 'code');
      if (code && memberOf(node, 'field')) add('reasons', code, memberOf(node, 'params'));
      const message = file.endsWith('.dto.ts') ? memberOf(node, 'message') : undefined;
      if (message) uses.push(...literalsOf(message, at).map((text) => reason(text, at(message))));
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

function reason(code: string, at: string): CodeUse {
  return { kind: 'reasons', code, params: undefined, at };
}

function isProblemMethod(node: ts.Expression): node is ts.PropertyAccessExpression {
  return ts.isPropertyAccessExpression(node) && node.expression.getText() === 'Problem' && METHODS.has(node.name.text);
}

function memberOf(object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const member = object.properties.find((property) => property.name?.getText() === name);
  if (member && ts.isPropertyAssignment(member)) return member.initializer;
  return member && ts.isShorthandPropertyAssignment(member) ? member.name : undefined;
}

function literalsOf(node: ts.Expression, at: (node: ts.Node) => string): string[] {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...literalsOf(node.whenTrue, at), ...literalsOf(node.whenFalse, at)];
  throw new Error(`${at(node)}: write the code out, so that its text can be proven`);
}

function keysOf(node: ts.Expression): string[] | undefined {
  if (!ts.isObjectLiteralExpression(node)) return undefined;
  return node.properties.map((property) => property.name?.getText() ?? '').sort();
}
