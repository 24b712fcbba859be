/** Only services say these to each other; from outside they are lies (decision 2). */
const INTERNAL =
  /^(?:x-actor|x-client-address|x-forwarded|x-internal|x-original|x-rewrite|x-real-ip|x-http-method|forwarded$|proxy-)/;
/** They are about one connection, not about the request. */
const OF_THE_CONNECTION = new Set(['keep-alive', 'te', 'trailer', 'upgrade', 'expect', 'http2-settings']);

type Headers = Record<string, string | string[] | undefined>;

export interface ForwardedContext {
  requestId: string;
  traceparent: string;
  clientAddress?: string;
  /** The path the caller used, where the service gets another one. */
  originalPath?: string | undefined;
}

/**
 * The caller's headers as the service gets them: the request id and trace are those of our own work.
 * @param hasBody false for GET and HEAD, whose body is not passed on
 */
export function requestHeaders(given: Headers, context: ForwardedContext | undefined, hasBody: boolean): Headers {
  const headers = kept(given, (name) => !INTERNAL.test(name) && (hasBody || name !== 'content-length'));
  const { requestId, traceparent, clientAddress, originalPath } = context ?? {};
  return {
    ...{ ...headers, 'x-request-id': requestId, traceparent },
    ...(clientAddress === undefined ? {} : { 'x-client-address': clientAddress }),
    ...(originalPath === undefined ? {} : { 'x-original-path': originalPath }),
  };
}

/** The service's headers as the caller gets them. */
export function responseHeaders(given: Headers): Headers {
  return kept(given, (name) => name !== 'connection' && name !== 'x-powered-by');
}

function kept(headers: Headers, keep: (name: string) => boolean): Headers {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_CONNECTION.has(name) && keep(name)));
}
