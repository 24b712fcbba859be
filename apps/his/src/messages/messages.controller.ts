import { Audited, Lists, Requires } from '#platform';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Put,
  Query,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiNotFoundResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
  ApiUnprocessableEntityResponse,
} from '@nestjs/swagger';
import { Message, MessagePage, MessagesQuery, RepairedMessage, RepairMessage } from './messages.dto.js';
import { MESSAGES } from './messages.list.js';
import { MessageSearch } from './messages.query.js';
import { RepairsService } from './repairs.service.js';

const RAW = 'Raw personal data.';
const CONFLICT = 'message-accepted or message-repaired: there is nothing to repair.';
const STILL_REFUSED = 'message-still-refused: `errors` names place and reason. Nothing was changed.';

@ApiTags('messages')
@ApiBearerAuth()
@Requires('his.read')
@Audited('message', {
  params: ['id'],
  answer: ['id', 'items.id', 'recordNumbers', 'items.recordNumbers'],
})
@Controller('his/messages')
export class MessagesController {
  constructor(
    private readonly messages: MessageSearch,
    private readonly repairs: RepairsService,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Search received HL7 messages', description: 'Newest first, unless `sort` says otherwise.' })
  @Lists(MESSAGES)
  @ApiOkResponse({ type: MessagePage })
  list(@Query() query: MessagesQuery): Promise<MessagePage> {
    return this.messages.page(query);
  }

  @Get(':id')
  @ApiOperation({
    summary: 'Read a message with its answers',
    description: 'As text; who may not see what is in it sees its segments and delimiters.',
  })
  @ApiOkResponse({ type: Message })
  @ApiNotFoundResponse({ description: 'There is no such message.' })
  read(@Param('id', ParseUUIDPipe) id: string): Promise<Message> {
    return this.messages.read(id);
  }

  @Audited('message', { params: ['id'], unmasked: true })
  @Get(':id/raw')
  @Requires('his.raw.read')
  @ApiOperation({
    summary: 'Download the bytes of a message',
    description: `As they came. Each download is entered in the audit as unmasked. ${RAW}`,
  })
  @ApiOkResponse({ content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } } })
  @ApiNotFoundResponse({ description: 'There is no such message.' })
  async raw(@Param('id', ParseUUIDPipe) id: string): Promise<StreamableFile> {
    const disposition = `attachment; filename="${id}.hl7"`;
    return new StreamableFile(await this.messages.raw(id), { type: 'application/octet-stream', disposition });
  }

  @Put(':id/repair')
  @Requires('his.write')
  @ApiOperation({
    summary: 'Repair a refused message',
    description: `Takes the text given in its place, as a message of its own, and emits its events. ${RAW}`,
  })
  @ApiOkResponse({ type: RepairedMessage })
  @ApiNotFoundResponse({ description: 'There is no such message.' })
  @ApiConflictResponse({ description: CONFLICT })
  @ApiUnprocessableEntityResponse({ description: STILL_REFUSED })
  async repair(@Param('id', ParseUUIDPipe) id: string, @Body() body: RepairMessage): Promise<RepairedMessage> {
    return { id: await this.repairs.repair(id, body.text), repairedFrom: id };
  }

  @Post(':id/retry')
  @Requires('his.write')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Retry a refused message',
    description: `Reads it again as it came, with its partner’s profile as it is now. ${RAW}`,
  })
  @ApiOkResponse({ type: RepairedMessage })
  @ApiNotFoundResponse({ description: 'There is no such message.' })
  @ApiConflictResponse({ description: CONFLICT })
  @ApiUnprocessableEntityResponse({ description: STILL_REFUSED })
  async retry(@Param('id', ParseUUIDPipe) id: string): Promise<RepairedMessage> {
    const { id: accepted } = await this.repairs.retry(id);
    return { id: accepted, repairedFrom: id };
  }
}
