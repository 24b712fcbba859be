import { Controller, Get, Query } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { Requires } from '../auth/access.js';
import { Audited } from './audited.js';
import { AuditHeadView, AuditPage, AuditQuery } from './audit.dto.js';
import { AuditQueries } from './audit.queries.js';

@ApiTags('audit')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The token lacks the right audit.read.' })
@Requires('audit.read')
@Audited('audit', { query: ['subjectId', 'actorId', 'operation', 'from', 'to'] })
@Controller('ops/audit')
export class AuditController {
  constructor(private readonly audit: AuditQueries) {}

  @Get()
  @ApiOperation({
    summary: 'Search the audit: who read or changed whose data',
    description: 'The newest first; all given must hold. Reading it is entered in it.',
  })
  @ApiOkResponse({ type: AuditPage })
  @ApiBadRequestResponse({ description: 'validation-failed, also for a cursor that is none of ours.' })
  search(@Query() query: AuditQuery): Promise<AuditPage> {
    return this.audit.page(query);
  }

  @Get('head')
  @ApiOperation({
    summary: 'Read the head of the audit’s hash chain',
    description: 'Keep it elsewhere: the verifier then notices a chain that was rewritten whole.',
  })
  @ApiOkResponse({ type: AuditHeadView })
  head(): Promise<AuditHeadView> {
    return this.audit.head();
  }
}
