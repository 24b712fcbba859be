/** The demo's own user of the REST API, seen from outside like every other. */
export class GatewayClient {
  private constructor(
    private readonly base: string,
    private readonly token: string,
  ) {}

  static async logIn(base: string, username: string, password: string): Promise<GatewayClient> {
    const response = await fetch(`${base}/auth/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password }),
      signal: AbortSignal.timeout(10_000),
    });
    if (!response.ok) throw new Error(`POST /auth/token as ${username}: ${response.status} ${await response.text()}`);
    const { accessToken } = (await response.json()) as { accessToken: string };
    return new GatewayClient(base, accessToken);
  }

  /** The first of a list; undefined as long as there is none, or no answer yet. */
  async first<T>(path: string, query: Record<string, string>): Promise<T | undefined> {
    const page = await this.read<{ items: T[] }>(`${path}?${new URLSearchParams(query).toString()}`);
    return page?.items[0];
  }

  /** Undefined when there is no answer yet. */
  async read<T>(path: string): Promise<T | undefined> {
    const response = await fetch(`${this.base}${path}`, {
      headers: { authorization: `Bearer ${this.token}` },
      signal: AbortSignal.timeout(10_000),
    });
    if (response.status >= 500) return undefined;
    if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}
