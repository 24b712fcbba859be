import { Audited, Requires } from '#platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiConflictResponse,
  ApiForbiddenResponse,
  ApiNoContentResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import {
  CaseFile,
  DisputeMark,
  NewCallResult,
  NewCaseStep,
  NewCompensation,
  NewConclusion,
  NewFinding,
  NewSoothingCall,
} from './cases.dto.js';
import { CaseReading } from './case-reading.js';
import { Cases } from './cases.service.js';
import { Findings } from './findings.service.js';
import { EnteredReturnCalls } from './return-calls.service.js';

@ApiTags('complaint cases')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing; ticket-dispute, ticket-confidential.' })
@ApiNotFoundResponse({ description: 'not-found: there is no such ticket.' })
@ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
@Audited('ticket', { params: ['id'] })
@Controller('complaints/tickets/:id/case')
export class CasesController {
  constructor(
    private readonly cases: Cases,
    private readonly reading: CaseReading,
    private readonly findings: Findings,
    private readonly calls: EnteredReturnCalls,
  ) {}

  @Get()
  @Requires('complaints.read')
  @ApiOperation({
    summary: 'Read the case of a complaint',
    description:
      'CP-4. Every step with who and when, and what is missing before closing; also of what was a complaint once, to be read only (`ending`). Right: complaints.read.',
  })
  @ApiOkResponse({ type: CaseFile })
  @ApiConflictResponse({ description: 'not-a-complaint: it never was one.' })
  read(@Param('id', ParseUUIDPipe) id: string): Promise<CaseFile> {
    return this.reading.read(id);
  }

  @Post('steps')
  @HttpCode(200)
  @Requires('complaints.handle')
  @ApiOperation({
    summary: 'Enter what was verified, investigated, rewarded or penalised',
    description: 'CP-4. Also after closing. What was entered is never edited. Right: complaints.handle.',
  })
  @ApiOkResponse({ type: CaseFile })
  @ApiConflictResponse({ description: 'not-a-complaint; case-over of a merged or stopped ticket.' })
  record(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewCaseStep): Promise<CaseFile> {
    return this.cases.record(id, body);
  }

  @Post('compensation')
  @HttpCode(200)
  @Requires('complaints.handle')
  @ApiOperation({
    summary: 'Record the solution and compensation of a complaint that is not medical',
    description: 'CP-3, within 30 minutes of receipt: it stops that clock. Right: complaints.handle.',
  })
  @ApiOkResponse({ type: CaseFile })
  @ApiConflictResponse({ description: 'not-a-complaint, case-over, case-medical.' })
  compensate(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewCompensation): Promise<CaseFile> {
    return this.cases.compensate(id, body);
  }

  @Post('dispute')
  @HttpCode(204)
  @Requires('complaints.handle')
  @ApiOperation({
    summary: 'Mark a complaint as a medical dispute, or take that back',
    description:
      'CP-3. Only medical affairs and legal see it from then on, and both are told. Right: complaints.handle; to take it back complaints.disputes, too. Emits complaints.ticket.reclassified.v1.',
  })
  @ApiNoContentResponse({ description: 'It is so.' })
  @ApiConflictResponse({ description: 'not-a-complaint, case-over.' })
  mark(@Param('id', ParseUUIDPipe) id: string, @Body() body: DisputeMark): Promise<void> {
    return this.cases.mark(id, body);
  }

  @Post('soothing-call')
  @HttpCode(200)
  @Requires('complaints.handle')
  @ApiOperation({
    summary: 'Record the soothing call of a medical complaint, or one on a review platform',
    description: 'CP-3, CP-6, within 24 hours of receipt: it stops that clock. Right: complaints.handle.',
  })
  @ApiOkResponse({ type: CaseFile })
  @ApiConflictResponse({ description: 'not-a-complaint, case-over, case-not-medical.' })
  soothe(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewSoothingCall): Promise<CaseFile> {
    return this.cases.soothe(id, body);
  }

  @Post('conclusion')
  @HttpCode(200)
  @Requires('complaints.handle')
  @ApiOperation({
    summary: 'Conclude: cause, consequence and recovery',
    description: 'CP-4, asked for before closing, and again when it is taken up again. Right: complaints.handle.',
  })
  @ApiOkResponse({ type: CaseFile })
  @ApiConflictResponse({ description: 'not-a-complaint, case-over.' })
  conclude(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewConclusion): Promise<CaseFile> {
    return this.cases.conclude(id, body);
  }

  @Post('finding')
  @HttpCode(200)
  @Requires('complaints.manage')
  @ApiOperation({
    summary: 'Confirm that a complaint is justified, or overturn that',
    description:
      'CP-8. Dated by receipt; it takes awards and bonuses of those named, and overturned gives them back, whatever became of the ticket; of one that went with an erased person only who may see disputes and what was told in confidence can. Right: complaints.manage. Emits complaints.complaint.confirmed.v1, complaints.complaint.overturned.v1.',
  })
  @ApiOkResponse({ type: CaseFile })
  @ApiConflictResponse({
    description: 'not-a-complaint, case-over (to confirm only), case-not-investigated, complaint-not-confirmed.',
  })
  judge(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewFinding): Promise<CaseFile> {
    return this.findings.judge(id, body);
  }

  @Post('return-call')
  @HttpCode(200)
  @Requires('complaints.handle')
  @ApiOperation({
    summary: 'Record a call after closing that the centre made itself',
    description:
      'CP-4, of whoever is no patient, or instead of follow-up. Unsatisfied takes the complaint up again. Right: complaints.handle.',
  })
  @ApiOkResponse({ type: CaseFile })
  @ApiConflictResponse({ description: 'not-a-complaint; case-over while it is not closed; return-call-answered.' })
  call(@Param('id', ParseUUIDPipe) id: string, @Body() body: NewCallResult): Promise<CaseFile> {
    return this.calls.enter(id, body);
  }
}
