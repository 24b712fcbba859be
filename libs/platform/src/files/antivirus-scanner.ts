export type ScanResult = { clean: true } | { clean: false; finding: string };

export const ANTIVIRUS = Symbol('antivirus scanner');

/** Looks for malware in a content. */
export interface AntivirusScanner {
  /** @throws Error when it gives no verdict: it is away, busy, or the content is larger than it takes */
  scan(content: AsyncIterable<Buffer>): Promise<ScanResult>;
}
