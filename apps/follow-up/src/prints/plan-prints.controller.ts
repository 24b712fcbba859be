import { Audited, Clock, currentContext, Masking, Printer, Requires } from '#platform';
import { Controller, Get, Header, Param, ParseUUIDPipe, StreamableFile } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiServiceUnavailableResponse,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { PlanDetail } from '../plans/plans.dto.js';
import { PlansService } from '../plans/plans.service.js';
import { planSheet } from './plan-sheet.js';

@ApiTags('follow-up plans')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Audited('plan', { params: ['id'] })
@Controller('follow-up/plans')
export class PlanPrintsController {
  constructor(
    private readonly plans: PlansService,
    private readonly masking: Masking,
    private readonly printer: Printer,
    private readonly clock: Clock,
  ) {}

  @Get(':id/print')
  @Requires('follow-up.read')
  @Header('cache-control', 'private, no-store')
  @Header('x-content-type-options', 'nosniff')
  @ApiOperation({
    summary: 'Print a follow-up plan as PDF',
    description:
      'Its tasks with their dates and its trail, Chinese first; the reader’s name and the time run across it. Notes are withheld without the right `personal.unmasked`.',
  })
  @ApiOkResponse({
    description: 'A4, its fonts in it.',
    content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
  })
  @ApiNotFoundResponse({ description: 'There is no such plan.' })
  @ApiServiceUnavailableResponse({ description: 'print-unavailable: too many prints at once, or it took too long.' })
  async print(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const plan = this.masking.answer(PlanDetail, await this.plans.read(id));
    const actor = currentContext()?.actor;
    const watermark = `${actor?.name || actor?.id} ${this.printer.timeOfDay(this.clock.now())}`;
    const pdf = await this.printer.pdf(planSheet(plan, watermark, (at) => this.printer.timeOfDay(at)));
    return new StreamableFile(pdf, {
      type: 'application/pdf',
      disposition: `inline; filename="follow-up-${id}.pdf"`,
      length: pdf.length,
    });
  }
}
