import type { AsyncApiChannel, AsyncApiDocument, AsyncApiMessage, JsonSchema } from './async-api-document.js';
import { escapeHtml, lineHtml, page } from './html.js';

const MAX_DEPTH = 5;

interface Row {
  path: string;
  schema: JsonSchema;
  required: boolean;
}

/** The events of the product, readable: when each is emitted, what it carries, and an example. */
export function asyncApiPage(document: AsyncApiDocument): string {
  const subjects = Object.keys(document.channels).sort();
  const links = subjects.map((subject) => `<li><a href="#${escapeHtml(subject)}">${escapeHtml(subject)}</a></li>`);
  const sections = subjects.map((subject) => channelSection(document, subject));
  return page(
    document.info.title,
    `<h1>${escapeHtml(document.info.title)} ${escapeHtml(document.info.version)}</h1>
${paragraphs(document.info.description ?? '')}
<p><a href="/asyncapi.json">asyncapi.json</a> · <a href="/docs">REST</a> · <a href="/">首页 Home</a></p>
<nav><ul>${links.join('')}</ul></nav>
${sections.join('\n')}`,
  );
}

function paragraphs(text: string): string {
  return text
    .split(/\n{2,}/)
    .filter((paragraph) => paragraph.trim() !== '')
    .map((paragraph) => `<p>${lineHtml(paragraph)}</p>`)
    .join('\n');
}

function channelSection(document: AsyncApiDocument, subject: string): string {
  const channel = document.channels[subject];
  const message = messageOf(document, channel);
  const rows = message ? rowsOf(document, dataOf(message)) : [];
  return `<section id="${escapeHtml(subject)}">
<h2><code>${escapeHtml(subject)}</code></h2>
<p>${lineHtml(channel?.description ?? '')}</p>
<table>
<thead><tr><th>data</th><th>类型 Type</th><th>必填 Required</th><th>说明 Meaning</th></tr></thead>
<tbody>
${rows.map(tableRow).join('\n')}
</tbody>
</table>
${(message?.examples ?? []).map((example) => exampleBlock(example.payload)).join('\n')}
</section>`;
}

/** A channel has one message. */
function messageOf(document: AsyncApiDocument, channel: AsyncApiChannel | undefined): AsyncApiMessage | undefined {
  const [reference] = Object.values(channel?.messages ?? {});
  return reference && document.components.messages[reference.$ref.slice('#/components/messages/'.length)];
}

function dataOf({ payload }: AsyncApiMessage): JsonSchema {
  return 'allOf' in payload ? payload.allOf[1].properties.data : payload;
}

function exampleBlock(payload: unknown): string {
  return `<details><summary>示例 Example</summary><pre>${escapeHtml(JSON.stringify(payload, undefined, 2))}</pre></details>`;
}

function tableRow({ path, schema, required }: Row): string {
  const cells = [
    `<code>${escapeHtml(path)}</code>`,
    escapeHtml(typeOf(schema)),
    required ? '是 yes' : '',
    meaningOf(schema),
  ];
  return `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
}

/** One row a field, those of nested objects below their parent with a dotted path. */
function rowsOf(document: AsyncApiDocument, schema: JsonSchema, parent = '', depth = 0): Row[] {
  const { properties = {}, required = [] } = resolved(document, schema);
  return Object.entries(properties).flatMap(([name, field]) => {
    const path = `${parent}${name}`;
    const own = { path, schema: field, required: required.includes(name) };
    const nested = nestedOf(field);
    if (!nested || depth >= MAX_DEPTH) return [own];
    const prefix = `${path}${field.type !== undefined && typeOf(field).includes('array') ? '[]' : ''}.`;
    return [own, ...rowsOf(document, nested, prefix, depth + 1)];
  });
}

function nestedOf(schema: JsonSchema): JsonSchema | undefined {
  if (schema.$ref !== undefined) return schema;
  if (schema.items) return nestedOf(schema.items);
  return schema.anyOf?.find((option) => nestedOf(option) !== undefined);
}

function resolved(document: AsyncApiDocument, schema: JsonSchema): JsonSchema {
  const reference = (nestedOf(schema) ?? schema).$ref;
  if (reference === undefined) return schema;
  return document.components.schemas[reference.slice(reference.lastIndexOf('/') + 1)] ?? {};
}

function typeOf(schema: JsonSchema): string {
  if (schema.$ref !== undefined) return 'object';
  if (schema.anyOf) return schema.anyOf.map(typeOf).join(' | ');
  const type = [schema.type ?? []].flat().join(' | ');
  return schema.items ? `${type} of ${typeOf(schema.items)}` : type;
}

function meaningOf(schema: JsonSchema): string {
  const limits = [
    schema.format,
    schema.enum && schema.enum.map(String).join(', '),
    schema.minLength !== undefined && `≥ ${schema.minLength} 字符 characters`,
    schema.maxLength !== undefined && `≤ ${schema.maxLength} 字符 characters`,
    schema.minimum !== undefined && `≥ ${schema.minimum}`,
    schema.maximum !== undefined && `≤ ${schema.maximum}`,
    schema.pattern,
  ].filter((limit) => typeof limit === 'string');
  return [lineHtml(schema.description ?? ''), escapeHtml(limits.join(' · '))]
    .filter((line) => line !== '')
    .join('<br>');
}
