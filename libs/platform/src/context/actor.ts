import type { Role } from '#contracts';

/** Who acts: a person or system with a token, or the service itself. */
export interface Actor {
  id: string;
  name: string;
  roles: Role[];
}
