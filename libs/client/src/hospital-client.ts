import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './api.js';

export interface ClientOptions {
  /** The gateway's origin, for instance https://service.hospital.example. */
  baseUrl: string;
  /** The caller's access token, asked for before every request; undefined for what is open to everybody. */
  token?: () => string | undefined | Promise<string | undefined>;
  /** The language of problems and texts, default zh-CN. */
  language?: 'zh-CN' | 'en';
  /** Instead of the global one, for instance with a deadline. */
  fetch?: (request: Request) => Promise<Response>;
}

/** Typed calls of every operation: `client.GET('/patients/{id}', { params: { path: { id } } })`. */
export type HospitalClient = Client<paths>;

type Problem = components['schemas']['Problem'];

/** The answer was an RFC 9457 problem, or nothing that can be read. */
export class HospitalProblem extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | undefined,
  ) {
    super(problem ? `${problem.status} ${problem.code}: ${problem.detail}` : `${status} without a problem`);
  }
}

/** A client of the whole API, generated from its OpenAPI document; needs nothing but fetch. */
export function createHospitalClient({ baseUrl, token, language = 'zh-CN', fetch }: ClientOptions): HospitalClient {
  const client = createClient<paths>({ baseUrl, ...(fetch ? { fetch } : {}) });
  client.use({
    onRequest: async ({ request }) => {
      request.headers.set('accept-language', language);
      const accessToken = await token?.();
      if (accessToken !== undefined) request.headers.set('authorization', `Bearer ${accessToken}`);
      return request;
    },
  });
  return client;
}

/** A client that acts as this account from now on. @throws HospitalProblem when it may not log in */
export async function logIn(
  options: Omit<ClientOptions, 'token'>,
  account: { username: string; password: string },
): Promise<HospitalClient> {
  const anonymous = createHospitalClient(options);
  const { accessToken } = await dataOf(anonymous.POST('/auth/token', { body: account }));
  return createHospitalClient({ ...options, token: () => accessToken });
}

/** The answer's data. @throws HospitalProblem for any other than a 2xx */
export async function dataOf<T>(answer: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await answer;
  if (response.ok) return data as T;
  throw new HospitalProblem(response.status, isProblem(error) ? error : undefined);
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'code' in error;
}
