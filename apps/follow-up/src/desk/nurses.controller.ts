import { Audited, NotPersonal, Requires } from '#platform';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import {
  ApiBadRequestResponse,
  ApiBearerAuth,
  ApiForbiddenResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnauthorizedResponse,
} from '@nestjs/swagger';
import { DealingService } from './dealing.service.js';
import { DealingAnswer, DealTasks, Nurses, Reassign } from './nurses.dto.js';
import { NursesService } from './nurses.service.js';

@ApiTags('follow-up nurses')
@ApiBearerAuth()
@ApiUnauthorizedResponse({ description: 'No valid token.' })
@ApiForbiddenResponse({ description: 'The right is missing.' })
@Controller('follow-up')
export class NursesController {
  constructor(
    private readonly nurses: NursesService,
    private readonly dealing: DealingService,
  ) {}

  @Get('nurses')
  @NotPersonal()
  @Requires('follow-up.read')
  @ApiOperation({
    summary: 'List the nurses and how much each has to do',
    description: 'FU-7. Needs follow-up.read. Accounts with the role follow-up-nurse of people who work here.',
  })
  @ApiOkResponse({ type: Nurses })
  async list(): Promise<Nurses> {
    return { items: await this.nurses.list() };
  }

  @Post('tasks/deal')
  @HttpCode(200)
  @Audited('follow-up-dealing')
  @Requires('follow-up.deal')
  @ApiOperation({
    summary: 'Deal open calls that are nobody’s to nurses',
    description:
      'FU-7. Needs follow-up.deal. By due date, each to the nurse on duty, today still when they are due today, who has the skill and least to do; among equals to her with fewer skills. Urgent tasks and promised calls are dealt to nobody. What is dealt to nobody, whoever has the skill gets by asking for the next.',
  })
  @ApiOkResponse({ type: DealingAnswer })
  @ApiBadRequestResponse({ description: 'validation-failed, with one entry a field.' })
  deal(@Body() body: DealTasks): Promise<DealingAnswer> {
    return this.dealing.deal(body);
  }

  @Post('nurses/:id/reassign')
  @HttpCode(200)
  @Audited('nurse', { params: ['id'] })
  @Requires('follow-up.deal')
  @ApiOperation({
    summary: 'Give a nurse’s open tasks to others, when she is off',
    description:
      'FU-7. Needs follow-up.deal. To one nurse, or dealt by skill and load among those on duty; all, or those due on some days. What nobody of them has the skill for is dealt to nobody. A call in her hand stays there until its time is over.',
  })
  @ApiOkResponse({ type: DealingAnswer })
  @ApiBadRequestResponse({ description: 'validation-failed; nurse-unknown for `to`.' })
  @ApiNotFoundResponse({ description: 'There is no such nurse.' })
  reassign(@Param('id', ParseUUIDPipe) id: string, @Body() body: Reassign): Promise<DealingAnswer> {
    return this.dealing.reassign(id, body);
  }
}
