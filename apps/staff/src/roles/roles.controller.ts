import { Audited, expectedVersion, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, Headers, Param, Put, Res } from '@nestjs/common';
import { ApiBearerAuth, ApiConflictResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ETAG, NeedsIfMatch, tagged } from '../http/versioned.js';
import { ReplaceRights, RightList, RoleList, RoleParams, RoleView } from './roles.dto.js';
import { RolesService } from './roles.service.js';

@ApiTags('roles')
@ApiBearerAuth()
@NotPersonal()
@Controller('staff')
export class RolesController {
  constructor(private readonly roles: RolesService) {}

  @Get('rights')
  @ApiOperation({ summary: 'List the rights there are', description: 'What each allows, and who has it. Every role.' })
  @ApiOkResponse({ type: RightList })
  async rights(): Promise<RightList> {
    return { items: await this.roles.rights() };
  }

  @Get('roles')
  @ApiOperation({ summary: 'List roles with what they may do', description: 'Every role.' })
  @ApiOkResponse({ type: RoleList })
  async list(): Promise<RoleList> {
    return { items: await this.roles.list() };
  }

  @Get('roles/:role')
  @ApiOperation({ summary: 'Read what a role may do', description: 'Every role.' })
  @ApiOkResponse({ type: RoleView, headers: ETAG })
  async read(@Param() { role }: RoleParams, @Res({ passthrough: true }) reply: FastifyReply): Promise<RoleView> {
    return tagged(await this.roles.read(role), reply);
  }

  @Audited('role', { params: ['role'] })
  @Put('roles/:role/rights')
  @Requires('roles.manage')
  @ApiOperation({
    summary: 'Replace what a role may do',
    description: 'Holds in every service within seconds, also for tokens out in the world. Emits staff.role.saved.v1.',
  })
  @NeedsIfMatch()
  @ApiOkResponse({ type: RoleView, headers: ETAG })
  @ApiConflictResponse({ description: 'last-administrator, with the rights `lost`: nobody could administer any more.' })
  async replace(
    @Param() { role }: RoleParams,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ReplaceRights,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<RoleView> {
    return tagged(await this.roles.replace(role, expectedVersion(ifMatch), body.rights), reply);
  }
}
