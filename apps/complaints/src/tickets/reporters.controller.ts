import { Audited, Requires } from '#platform';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { ReportedTickets, SoughtReporter } from './reporters.dto.js';
import { Reporters } from './reporters.js';

@ApiTags('tickets')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Controller('complaints/ticket-reporters')
export class ReportersController {
  constructor(private readonly reporters: Reporters) {}

  @Post('search')
  @HttpCode(200)
  @Requires('complaints.manage')
  @Audited('ticket', { answer: ['items.id', 'items.patientId'] })
  @ApiOperation({
    summary: 'Find what somebody reported, by the exact phone',
    description:
      'PT-9. An erasure takes the tickets of a patient; who only left a name and a phone is found here first, and told whose ticket it is (`/patient`). Disputes and what was told in confidence are left out for those who may not see them. Right: complaints.manage.',
  })
  @ApiOkResponse({ type: ReportedTickets })
  @ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
  async search(@Body() body: SoughtReporter): Promise<ReportedTickets> {
    return { items: await this.reporters.ticketsOf(body) };
  }
}
