import { SetMetadata } from '@nestjs/common';
import type { Role } from '#contracts';

export const PUBLIC = Symbol('public route');
export const ROLES_ALLOWED = Symbol('roles allowed');

/** The route needs no token. */
export const Public = () => SetMetadata(PUBLIC, true);

/** The route is for these roles; a route that says nothing is for every authenticated caller. */
export const AllowRoles = (...roles: Role[]) => SetMetadata(ROLES_ALLOWED, roles);
