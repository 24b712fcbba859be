import { createHospitalClient, dataOf } from '#client';
import { DEMO_USERS } from '../../tools/start/demo-users.js';
import type { Stack } from '../../tools/start/launch-stack.js';

/** The gateway, as somebody who signed in uses it. */
export class HospitalDoor {
  private constructor(
    readonly url: string,
    readonly authorization: string,
  ) {}

  /** As a manager of the centre, unless told who. */
  static async open(stack: Stack, user: { username: string; password: string } = DEMO_USERS.manager) {
    const url = stack.urls['gateway'] as string;
    const { username, password } = user;
    const client = createHospitalClient({ baseUrl: url });
    const { accessToken } = await dataOf(client.POST('/auth/token', { body: { username, password } }));
    return new HospitalDoor(url, `Bearer ${accessToken}`);
  }

  async get<T>(path: string): Promise<T> {
    return this.ask<T>('GET', path);
  }

  async post<T>(path: string, body: object, headers: Record<string, string> = {}): Promise<T> {
    return this.ask<T>('POST', path, { body: JSON.stringify(body), type: 'application/json', headers });
  }

  private async ask<T>(
    method: string,
    path: string,
    sent?: { body: string; type: string; headers: Record<string, string> },
  ): Promise<T> {
    const headers = {
      authorization: this.authorization,
      ...(sent ? { 'content-type': sent.type, ...sent.headers } : {}),
    };
    const answer = await fetch(`${this.url}${path}`, { method, headers, ...(sent ? { body: sent.body } : {}) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  }
}
