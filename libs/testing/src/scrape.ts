/** What a process told at /metrics. */
export interface Scrape {
  /** Of every metric it declares, also of those without a value yet. */
  names: string[];
  /** The sum of the samples of this name whose labels include these; 0 when there is none. */
  value(name: string, labels?: Record<string, string>): number;
}

/** Reads /metrics as Prometheus would. */
export async function scrape(url: string, token?: string): Promise<Scrape> {
  const headers = token === undefined ? undefined : { authorization: `Bearer ${token}` };
  const answer = await fetch(`${url}/metrics`, { ...(headers ? { headers } : {}) });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`GET ${url}/metrics: ${answer.status} ${text}`);
  return parseScrape(text);
}

export function parseScrape(text: string): Scrape {
  const lines = text.split('\n');
  const names = lines.flatMap((line) => /^# TYPE (\S+) /.exec(line)?.[1] ?? []);
  const value = (name: string, labels: Record<string, string> = {}) =>
    lines
      .filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `))
      .filter((line) => Object.entries(labels).every(([label, each]) => line.includes(`${label}="${each}"`)))
      .reduce((sum, line) => sum + Number(line.slice(line.lastIndexOf(' ') + 1)), 0);
  return { names, value };
}
