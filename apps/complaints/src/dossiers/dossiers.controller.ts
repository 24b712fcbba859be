import { Audited, Clock, currentContext, Masking, Printer, Requires } from '#platform';
import { Controller, Get, Header, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPayloadTooLargeResponse,
  ApiServiceUnavailableResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { AttachmentList } from '../attachments/attachments.dto.js';
import { Attachments } from '../attachments/attachments.service.js';
import { Ticket, TicketStory } from '../tickets/tickets.dto.js';
import { TicketsService } from '../tickets/tickets.service.js';
import { dossierOf } from './dossier.js';

@ApiTags('ticket dossiers')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No token, or one that is not valid here.' })
@ApiForbiddenResponse({ description: 'The right is missing; or ticket-dispute, ticket-confidential.' })
@Audited('ticket', { params: ['id'] })
@Controller('complaints/tickets')
export class DossiersController {
  constructor(
    private readonly tickets: TicketsService,
    private readonly attachments: Attachments,
    private readonly masking: Masking,
    private readonly printer: Printer,
    private readonly clock: Clock,
  ) {}

  @Get(':id/dossier')
  @Requires('complaints.read')
  @Header('cache-control', 'private, no-store')
  @Header('x-content-type-options', 'nosniff')
  @ApiOperation({
    summary: 'Print the dossier of a complaint as PDF',
    description:
      'CP-4: every step, also of the tickets merged into it, and the list of its files, Chinese first; the reader’s name ' +
      'and the time run across it. Words are withheld without the right `personal.unmasked`.',
  })
  @ApiOkResponse({
    description: 'A4, its fonts in it.',
    content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiNotFoundResponse({ description: 'There is no such ticket.' })
  @ApiPayloadTooLargeResponse({ description: 'print-too-large: more than 120,000 characters.' })
  @ApiServiceUnavailableResponse({ description: 'print-unavailable: too many prints at once, or it took too long.' })
  async print(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const ticket = this.masking.answer(Ticket, await this.tickets.read(id));
    const { items: story } = this.masking.answer(TicketStory, await this.tickets.story(id));
    const listed = { items: await this.attachments.list(id) };
    const { items: attachments } = this.masking.answer(AttachmentList, listed);
    const actor = currentContext()?.actor;
    const watermark = `${actor?.name || actor?.id} ${this.printer.timeOfDay(this.clock.now())}`;
    const document = dossierOf({ ticket, story, attachments, watermark }, (at) => this.printer.timeOfDay(at));
    const pdf = await this.printer.pdf(document);
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `inline; filename="complaint-${ticket.number}.pdf"`,
      length: pdf.length,
    });
  }
}
