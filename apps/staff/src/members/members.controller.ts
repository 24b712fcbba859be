import { Audited, expectedVersion, Lists, Requires } from '#platform';
import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Post, Put, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { ETAG, NeedsIfMatch, tagged } from '../http/versioned.js';
import { Member, MemberPage, MembersQuery, SaveMember } from './members.dto.js';
import { MEMBERS } from './members.list.js';
import { MembersService } from './members.service.js';

@ApiTags('staff members')
@ApiBearerAuth()
@Audited('member', { params: ['id'], answer: ['id', 'items.id'] })
@Controller('staff/members')
export class MembersController {
  constructor(private readonly members: MembersService) {}

  @Get()
  @ApiOperation({ summary: 'List people who work here', description: 'By staff number. Every role.' })
  @Lists(MEMBERS)
  @ApiOkResponse({ type: MemberPage })
  list(@Query() query: MembersQuery): Promise<MemberPage> {
    return this.members.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read a staff member', description: 'Every role.' })
  @ApiOkResponse({ type: Member, headers: ETAG })
  async read(@Param('id', ParseUUIDPipe) id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<Member> {
    return tagged(await this.members.read(id), reply);
  }

  @Post()
  @Requires('staff.write')
  @ApiOperation({ summary: 'Register a staff member', description: 'Emits staff.member.saved.v1.' })
  @ApiCreatedResponse({ type: Member, headers: ETAG })
  @ApiConflictResponse({ description: 'staff-number-taken.' })
  async create(@Body() body: SaveMember, @Res({ passthrough: true }) reply: FastifyReply): Promise<Member> {
    const member = await this.members.create(body);
    void reply.header('location', `/staff/members/${member.id}`);
    return tagged(member, reply);
  }

  @Put(':id')
  @Requires('staff.write')
  @ApiOperation({
    summary: 'Replace a staff member',
    description: 'A field left out is emptied. Emits staff.member.saved.v1.',
  })
  @NeedsIfMatch()
  @ApiOkResponse({ type: Member, headers: ETAG })
  @ApiConflictResponse({ description: 'staff-number-taken.' })
  async replace(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: SaveMember,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Member> {
    return tagged(await this.members.replace(id, expectedVersion(ifMatch), body), reply);
  }
}
