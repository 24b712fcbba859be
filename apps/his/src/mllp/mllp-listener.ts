import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import { MllpConnection } from './mllp-connection.js';
import { limitsOf, type MllpLimits, type MllpListenerOptions } from './mllp-options.js';

const HANDSHAKE_TIMEOUT_MS = 10_000;

/** An MLLP port, plain or TLS. One client's misbehaviour ends with that client's connection. */
export class MllpListener {
  private readonly limits: MllpLimits;
  private readonly server: Server;
  private readonly sockets = new Map<Socket, string>();
  private readonly connections = new Set<MllpConnection>();
  private stopping = false;

  constructor(private readonly options: MllpListenerOptions) {
    this.limits = limitsOf(options);
    this.server = this.createServer();
    // Counted before any TLS handshake: half-open connections use up the same limit.
    this.server.prependListener('connection', (socket: Socket) => this.admit(socket));
  }

  get openConnections(): number {
    return this.connections.size;
  }

  async listen(): Promise<{ host: string; port: number }> {
    this.server.listen({ host: this.options.host, port: this.options.port });
    await once(this.server, 'listening');
    this.server.on('error', (error) => this.options.onEvent?.({ kind: 'port-error', error }));
    const { address, port } = this.server.address() as AddressInfo;
    return { host: address, port };
  }

  /** Accepts no more, lets messages in flight be answered, then closes every connection. */
  async stop(): Promise<void> {
    this.stopping = true;
    const closed = this.server.listening ? new Promise((resolve) => this.server.close(resolve)) : undefined;
    await Promise.all([...this.connections].map((connection) => connection.stop()));
    for (const socket of this.sockets.keys()) socket.destroy();
    await closed;
  }

  private createServer(): Server {
    const { tls } = this.options;
    // A client may close its side after sending and still wait for the answer.
    if (!tls) return createServer({ allowHalfOpen: true }, (socket) => this.converse(socket));
    const settings = { handshakeTimeout: HANDSHAKE_TIMEOUT_MS, ...tls, allowHalfOpen: true };
    const server = createTlsServer(settings, (socket) => this.converse(socket));
    server.on('tlsClientError', (_error, socket) => socket.destroy());
    return server;
  }

  private admit(socket: Socket): void {
    const address = normalAddress(socket);
    const fromAddress = [...this.sockets.values()].filter((other) => other === address).length;
    socket.on('error', () => undefined);
    if (this.sockets.size >= this.limits.maxConnections) return this.refuse(socket, address, 'too-many');
    if (fromAddress >= this.limits.maxConnectionsPerAddress)
      return this.refuse(socket, address, 'too-many-from-address');
    this.sockets.set(socket, address);
    socket.once('close', () => this.sockets.delete(socket));
  }

  private refuse(socket: Socket, remoteAddress: string, reason: 'too-many' | 'too-many-from-address'): void {
    socket.destroy();
    this.options.onEvent?.({ kind: 'refused', remoteAddress, reason });
  }

  private converse(socket: Socket): void {
    if (socket.destroyed || this.stopping) {
      socket.destroy();
      return;
    }
    const info = { id: randomUUID(), remoteAddress: normalAddress(socket) };
    const connection = new MllpConnection(info, socket, this.options, this.limits);
    this.connections.add(connection);
    void connection.closed.then(() => this.connections.delete(connection));
  }
}

/** IPv4 clients of a dual-stack socket count as the IPv4 address they are. */
const normalAddress = (socket: Socket): string => (socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '');
