import { describe, expect, it } from '@jest/globals';
import { requestHeaders, responseHeaders } from './forwarded-headers.rules.js';

const context = { requestId: 'request-1', traceparent: '00-a-b-01' };

describe('headers on their way through the gateway', () => {
  it('decision 2: nobody outside speaks for a service or for somebody else', () => {
    const lies = {
      'x-actor-id': 'director',
      'x-actor': '{}',
      'x-client-address': '10.0.0.1',
      'x-forwarded-for': '10.0.0.1',
      'x-forwarded-host': 'evil',
      'x-internal-token': 'x',
      'x-real-ip': '10.0.0.1',
      'x-original-url': '/ops',
      'x-original-path': '/ops/nowhere',
      'x-http-method-override': 'DELETE',
      forwarded: 'for=10.0.0.1',
      'proxy-authorization': 'x',
    };
    expect(requestHeaders(lies, context, true)).toEqual({ 'x-request-id': 'request-1', traceparent: '00-a-b-01' });
  });

  it('decision 2: the address of the caller is what we saw, whatever was said', () => {
    const headers = requestHeaders(
      { 'x-client-address': '1.1.1.1' },
      { ...context, clientAddress: '203.0.113.9' },
      true,
    );
    expect(headers['x-client-address']).toBe('203.0.113.9');
  });

  it('decision 9: a service hears which path the caller used, where it gets another one', () => {
    const headers = requestHeaders({ 'x-original-path': '/lie' }, { ...context, originalPath: '/ops/his/jobs' }, false);
    expect(headers['x-original-path']).toBe('/ops/his/jobs');
  });

  it('decision 2: the token, the language and preconditions go on', () => {
    const said = { authorization: 'Bearer x', 'accept-language': 'zh-CN', 'if-match': '"1"', 'content-length': '7' };
    expect(requestHeaders(said, context, true)).toMatchObject(said);
    expect(requestHeaders(said, context, false)).not.toHaveProperty('content-length');
  });

  it('decision 2: what is about one connection ends with it', () => {
    expect(requestHeaders({ upgrade: 'h2c', expect: '100-continue', te: 'trailers' }, context, true)).toEqual({
      'x-request-id': 'request-1',
      traceparent: '00-a-b-01',
    });
    expect(responseHeaders({ connection: 'close', 'keep-alive': 'timeout=5', etag: '"1"' })).toEqual({ etag: '"1"' });
  });
});
