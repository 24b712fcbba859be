import type { TlsOptions } from 'node:tls';
import { DEFAULT_MAX_FRAME_BYTES } from './mllp-framer.js';

export interface MllpConnectionInfo {
  readonly id: string;
  readonly remoteAddress: string;
}

/**
 * Takes one message and returns the answers to send, in order; `undefined` or none when there is nothing to say. An
 * exception closes the connection without an answer, so that the sender tries again.
 */
export type MllpHandler = (frame: Buffer, connection: MllpConnectionInfo) => Promise<readonly Buffer[] | undefined>;

export type MllpCloseReason =
  'by-peer' | 'idle' | 'oversized' | 'answers-not-read' | 'handler-failed' | 'socket-error' | 'stopped';

export type MllpEvent =
  | { readonly kind: 'opened'; readonly connection: MllpConnectionInfo }
  /** The port itself had trouble, for instance no file descriptor for another connection; it goes on. */
  | { readonly kind: 'port-error'; readonly error: Error }
  | { readonly kind: 'refused'; readonly remoteAddress: string; readonly reason: 'too-many' | 'too-many-from-address' }
  | {
      readonly kind: 'closed';
      readonly connection: MllpConnectionInfo;
      readonly reason: MllpCloseReason;
      readonly frames: number;
      /** Garbage between frames. */
      readonly droppedBytes: number;
      readonly error?: unknown;
    };

export interface MllpListenerOptions {
  readonly host: string;
  /** 0 takes a free one, told by `listen()`. */
  readonly port: number;
  readonly handler: MllpHandler;
  readonly tls?: TlsOptions;
  readonly maxFrameBytes?: number;
  /** A connection that completes no frame for so long is closed; a frame must arrive within the same time. */
  readonly idleTimeoutMs?: number;
  /** How long a client may leave its answers unread. */
  readonly writeTimeoutMs?: number;
  /** How long a last answer may take, and `stop()` waits for messages in flight. */
  readonly drainTimeoutMs?: number;
  readonly maxConnections?: number;
  readonly maxConnectionsPerAddress?: number;
  /** The answer to a frame over the limit, made from its beginning; none when that cannot be read. */
  readonly answerOversized?: (head: Buffer, connection: MllpConnectionInfo) => Buffer | undefined;
  readonly onEvent?: (event: MllpEvent) => void;
}

export type MllpLimits = Required<
  Pick<
    MllpListenerOptions,
    | 'maxFrameBytes'
    | 'idleTimeoutMs'
    | 'writeTimeoutMs'
    | 'drainTimeoutMs'
    | 'maxConnections'
    | 'maxConnectionsPerAddress'
  >
>;

/** Senders keep a connection open for days and are quiet at night: they reconnect after the idle time. */
export const DEFAULT_MLLP_LIMITS: MllpLimits = {
  maxFrameBytes: DEFAULT_MAX_FRAME_BYTES,
  idleTimeoutMs: 10 * 60_000,
  writeTimeoutMs: 30_000,
  drainTimeoutMs: 10_000,
  maxConnections: 200,
  maxConnectionsPerAddress: 50,
};

export function limitsOf(options: MllpListenerOptions): MllpLimits {
  const stated = Object.entries(options).filter(([key, value]) => key in DEFAULT_MLLP_LIMITS && value !== undefined);
  return { ...DEFAULT_MLLP_LIMITS, ...Object.fromEntries(stated) };
}
