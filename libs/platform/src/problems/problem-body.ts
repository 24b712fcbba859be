import { STATUS_CODES } from 'node:http';
import type { FastifyReply } from 'fastify';
import { currentContext } from '../context/request-context.js';
import { FILE_TEXTS } from '../files/texts.js';
import { askedPath } from '../http/asked-path.js';
import { JOB_TEXTS } from '../jobs/texts.js';
import { LIST_TEXTS } from '../lists/texts.js';
import { contributeTexts, textOf } from './catalogue.js';
import { CONSTRAINT_TEXTS } from './constraint-texts.js';
import { languageOf, type Language } from './language.js';
import { PLATFORM_TEXTS } from './platform-texts.js';
import type { FieldFault, Problem } from './problem.js';
import { TITLES_ZH } from './titles.js';

contributeTexts(PLATFORM_TEXTS);
contributeTexts(CONSTRAINT_TEXTS);
contributeTexts(FILE_TEXTS);
contributeTexts(JOB_TEXTS);
contributeTexts(LIST_TEXTS);

/** A field at fault in words, as the answer shows it. */
export function describeFault({ field, code, position, params = {} }: FieldFault, language: Language) {
  const place = position === undefined ? {} : { position };
  return { field, code, reason: textOf('reasons', code, params, language), ...place };
}

/** The RFC 9457 body of a problem. */
export function problemBody(problem: Problem, instance: string, language: Language): Record<string, unknown> {
  const { headers: _headers, errors, ...members } = problem.extras;
  return {
    ...members,
    ...(errors ? { errors: errors.map((fault) => describeFault(fault, language)) } : {}),
    type: `urn:problem:${problem.code}`,
    title: titleOf(problem.status, language),
    status: problem.status,
    code: problem.code,
    detail: textOf('problems', problem.code, problem.params, language),
    instance,
    requestId: currentContext()?.requestId,
  };
}

/** Answers with a problem in the caller's language, whatever was said before it. */
export function sendProblem(reply: FastifyReply, problem: Problem): void {
  const language = languageOf(reply.request.headers['accept-language']);
  void reply
    .status(problem.status)
    .headers(problem.extras.headers ?? {})
    .header('content-language', language)
    .header('vary', withLanguage(reply.getHeader('vary')))
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problemBody(problem, askedPath(reply.request), language)));
}

function titleOf(status: number, language: Language): string {
  const english = STATUS_CODES[status] ?? 'Error';
  return language === 'en' ? english : (TITLES_ZH[status] ?? english);
}

function withLanguage(vary: number | string | string[] | undefined): string {
  const named = [vary ?? []]
    .flat()
    .flatMap((value) => String(value).split(','))
    .map((name) => name.trim());
  return [...new Set([...named.filter((name) => name !== ''), 'Accept-Language'])].join(', ');
}
