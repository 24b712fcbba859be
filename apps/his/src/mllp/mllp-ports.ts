import { asOwnWork, ConfigurationError, faultText, Health, type SpanText } from '#platform';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import type { TlsOptions } from 'node:tls';
import { HisConfig } from '../his.config.js';
import { IntakeService } from '../messages/intake.service.js';
import { PartnerProfiles } from '../partners/partner-profiles.js';
import { MllpListener } from './mllp-listener.js';
import { MllpMetrics } from './mllp-metrics.js';
import type { MllpEvent, MllpListenerOptions } from './mllp-options.js';

const SPAN: SpanText = { name: 'MLLP message', kind: 'server' };

type Door = 'plain' | 'tls';
const PORT_VARIABLES: Record<Door, string> = { plain: 'MLLP_PORT', tls: 'MLLP_TLS_PORT' };

/** The MLLP ports of the service, open from its start to its stop. */
@Injectable()
export class MllpPorts implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('Mllp');
  private readonly listeners = new Map<Door, MllpListener>();
  private readonly openPorts = new Map<Door, number>();

  constructor(
    private readonly config: HisConfig,
    private readonly intake: IntakeService,
    private readonly profiles: PartnerProfiles,
    private readonly health: Health,
    private readonly metrics: MllpMetrics,
  ) {}

  /** Where it listens; 0 when it does not. */
  port(door: Door = 'plain'): number {
    return this.openPorts.get(door) ?? 0;
  }

  get openConnections(): number {
    return [...this.listeners.values()].reduce((sum, listener) => sum + listener.openConnections, 0);
  }

  /** @throws ConfigurationError naming the variable whose port or file cannot be used. */
  async onApplicationBootstrap(): Promise<void> {
    this.health.register('mllp', () => this.checkOpen());
    await this.profiles.start();
    try {
      if (this.config.mllpPlain) await this.open('plain', this.config.mllpPort);
      if (this.config.mllpTlsPort !== undefined) await this.open('tls', this.config.mllpTlsPort, this.tls());
    } catch (error) {
      await this.onModuleDestroy();
      throw error;
    }
  }

  /** First of all at a stop: what is in flight is stored and answered while everything it needs still works. */
  async onModuleDestroy(): Promise<void> {
    this.openPorts.clear();
    await Promise.all([...this.listeners.values()].map((listener) => listener.stop()));
  }

  private async open(door: Door, port: number, tls?: TlsOptions): Promise<void> {
    const listener = new MllpListener({ ...this.options(), port, tls });
    this.listeners.set(door, listener);
    try {
      this.openPorts.set(door, (await listener.listen()).port);
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException;
      const reason = code === 'EADDRINUSE' ? 'is taken by another program' : `cannot be opened (${code})`;
      throw new ConfigurationError(`${PORT_VARIABLES[door]}=${port}: this port of ${this.config.mllpHost} ${reason}`);
    }
    this.logger.log(`HL7 over MLLP (${door}) on ${this.config.mllpHost}:${this.port(door)}`);
  }

  private options(): Omit<MllpListenerOptions, 'port' | 'tls'> {
    return {
      host: this.config.mllpHost,
      handler: (frame) =>
        asOwnWork(
          () => SPAN,
          () => this.metrics.measured(this.intake.take(frame)),
        ),
      answerOversized: (head) => this.metrics.oversized(this.intake.refuseOversized(head)),
      onEvent: (event) => this.note(event),
      maxFrameBytes: this.config.mllpMaxFrameBytes,
      idleTimeoutMs: this.config.mllpIdleTimeoutMs,
      writeTimeoutMs: this.config.mllpWriteTimeoutMs,
      drainTimeoutMs: this.config.mllpDrainTimeoutMs,
      maxConnections: this.config.mllpMaxConnections,
      maxConnectionsPerAddress: this.config.mllpMaxConnectionsPerAddress,
    };
  }

  private tls(): TlsOptions {
    const { mllpTlsKeyFile, mllpTlsCertFile, mllpTlsCaFile } = this.config;
    const mutual = mllpTlsCaFile !== undefined;
    return {
      key: readPem('MLLP_TLS_KEY_FILE', mllpTlsKeyFile as string),
      cert: readPem('MLLP_TLS_CERT_FILE', mllpTlsCertFile as string),
      ...(mutual ? { ca: readPem('MLLP_TLS_CA_FILE', mllpTlsCaFile) } : {}),
      requestCert: mutual,
      rejectUnauthorized: mutual,
      minVersion: 'TLSv1.2',
    };
  }

  private checkOpen(): Promise<void> {
    return this.openPorts.size > 0 ? Promise.resolve() : Promise.reject(new Error('no MLLP port is open'));
  }

  /** Who connects and why it ended; never what was in a message. */
  private note(event: MllpEvent): void {
    this.metrics.note(event);
    if (event.kind === 'port-error') this.logger.error(`MLLP port: ${faultText(event.error)}`);
    else if (event.kind === 'refused') this.logger.warn(`${event.remoteAddress} refused: ${event.reason}`);
    else if (event.kind === 'opened') this.logger.debug(`${event.connection.remoteAddress} connected`);
    else this.noteClosed(event);
  }

  private noteClosed({ connection, reason, frames, droppedBytes, error }: MllpEvent & { kind: 'closed' }): void {
    const cause = error === undefined ? '' : ` (${faultText(error)})`;
    const line = `${connection.remoteAddress} gone: ${reason}${cause}, ${frames} frames, ${droppedBytes} bytes dropped`;
    const ordinary = ['by-peer', 'idle', 'stopped'].includes(reason) && droppedBytes === 0;
    if (ordinary) this.logger.debug(line);
    else this.logger.warn(line);
  }
}

function readPem(variable: string, file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new ConfigurationError(`${variable}=${file} cannot be read (${(error as NodeJS.ErrnoException).code ?? ''})`);
  }
}
