import type { ServiceConfig } from '#platform';
import {
  nkeyAuthenticator,
  usernamePasswordAuthenticator,
  type Authenticator,
  type ConnectionOptions,
  type TlsOptions,
} from '@nats-io/transport-node';

type Credentials = Pick<ServiceConfig, 'natsUrl' | 'natsUser' | 'natsPassword' | 'natsNkeySeed'>;
type Certificates = Pick<ServiceConfig, 'natsUrl' | 'natsCaFile' | 'natsCertFile' | 'natsKeyFile'>;

/** Where the broker is, who we are to it, and how the line is protected, out of the service's configuration. */
export function connectionOptions(config: ServiceConfig): ConnectionOptions {
  const authenticator = authenticatorOf(config);
  const tls = tlsOf(config);
  return {
    servers: urlsOf(config).map(({ protocol, host }) => `${protocol}//${host}`),
    ...(authenticator ? { authenticator } : {}),
    ...(tls ? { tls } : {}),
  };
}

/** An NKEY before a password of its own, and that before one in the URL, which the client itself does not read. */
function authenticatorOf(config: Credentials): Authenticator | undefined {
  if (config.natsNkeySeed !== undefined) return nkeyAuthenticator(new TextEncoder().encode(config.natsNkeySeed));
  if (config.natsUser !== undefined) return usernamePasswordAuthenticator(config.natsUser, config.natsPassword ?? '');
  const named = urlsOf(config).find(({ username }) => username !== '');
  if (!named) return undefined;
  return usernamePasswordAuthenticator(decodeURIComponent(named.username), decodeURIComponent(named.password));
}

/** TLS is demanded by `tls://` or by a certificate; without either it is the server that decides. */
function tlsOf(config: Certificates): TlsOptions | undefined {
  const { natsCaFile: caFile, natsCertFile: certFile, natsKeyFile: keyFile } = config;
  if (!caFile && !certFile && !urlsOf(config).some(({ protocol }) => protocol === 'tls:')) return undefined;
  return { ...(caFile ? { caFile } : {}), ...(certFile ? { certFile } : {}), ...(keyFile ? { keyFile } : {}) };
}

function urlsOf({ natsUrl }: Pick<ServiceConfig, 'natsUrl'>): URL[] {
  return natsUrl.split(',').map((url) => new URL(url.trim()));
}
