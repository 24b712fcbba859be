import { isPortFree, pickFreePort } from '../backing-services/index.js';
import { PORT_VARIABLES } from './environment.js';
import { DEFAULT_PORTS } from './services.js';

export class PortTaken extends Error {
  constructor(name: string, port: number) {
    const variable = PORT_VARIABLES[name] ?? `${name.toUpperCase()}_PORT`;
    super(
      `Port ${port} for ${name} is taken by another program. Stop it, or choose another port: ${variable}=${port + 1000}`,
    );
  }
}

/**
 * Settles every port before anything starts: demanded ones as they are, others near their defaults where defaults are
 * wanted, else free ones.
 * @throws PortTaken naming the part, the port and the variable that moves it
 */
export async function settlePorts(
  names: string[],
  demanded: Record<string, number>,
  useDefaults: boolean,
): Promise<Record<string, number>> {
  const settled: Record<string, number> = {};
  for (const name of names) {
    const usual = useDefaults ? DEFAULT_PORTS[name] : undefined;
    const fixed = demanded[name] ?? (usual?.fixed ? usual.port : undefined);
    settled[name] = fixed === undefined ? await unused(settled, usual?.port) : await refuseTaken(name, fixed);
  }
  return settled;
}

async function refuseTaken(name: string, port: number): Promise<number> {
  if (await isPortFree(port)) return port;
  throw new PortTaken(name, port);
}

/** A port that is free now and promised to none of the others. */
async function unused(settled: Record<string, number>, preferred?: number): Promise<number> {
  const taken = Object.values(settled);
  const port = await pickFreePort(preferred);
  return taken.includes(port) ? unused(settled) : port;
}
