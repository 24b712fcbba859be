import { Audited, etagOf, expectedVersion, Requires } from '#platform';
import { Body, Controller, Get, Headers, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Account, AccountPage, AccountsQuery, ChangeAccount, CreateAccount } from './accounts.dto.js';
import { AccountsService } from './accounts.service.js';

const ETAG = { ETag: { description: 'Version of the account, for If-Match.', schema: { type: 'string' } } } as const;

@ApiTags('accounts')
@ApiBearerAuth()
@Requires('accounts.manage')
@Audited('account', { params: ['id'], answer: ['id', 'items.id'] })
@Controller('staff/accounts')
export class AccountsController {
  constructor(private readonly accounts: AccountsService) {}

  @Get()
  @ApiOperation({ summary: 'List accounts by user name' })
  @ApiOkResponse({ type: AccountPage })
  list(@Query() query: AccountsQuery): Promise<AccountPage> {
    return this.accounts.list(query);
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read an account' })
  @ApiOkResponse({ type: Account, headers: ETAG })
  async read(
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account> {
    return tagged(await this.accounts.read(id), reply);
  }

  @Post()
  @ApiOperation({ summary: 'Create an account' })
  @ApiCreatedResponse({ type: Account, headers: ETAG })
  @ApiConflictResponse({ description: 'username-taken.' })
  async create(@Body() body: CreateAccount, @Res({ passthrough: true }) reply: FastifyReply): Promise<Account> {
    const account = await this.accounts.create(body);
    void reply.header('location', `/staff/accounts/${account.id}`);
    return tagged(account, reply);
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Change name or roles, deactivate or reactivate',
    description: 'Counts from the next token on: those out in the world end after eight hours.',
  })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag you read.', schema: { example: '"1"' } })
  @ApiOkResponse({ type: Account, headers: ETAG })
  @ApiConflictResponse({ description: 'last-administrator: nobody could administer the hospital any more.' })
  @ApiPreconditionFailedResponse({ description: 'It changed since you read it.' })
  @ApiPreconditionRequiredResponse({ description: 'If-Match is missing.' })
  async change(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ChangeAccount,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Account> {
    return tagged(await this.accounts.change(id, expectedVersion(ifMatch), body), reply);
  }
}

function tagged(account: Account, reply: FastifyReply): Account {
  void reply.header('etag', etagOf(account.version));
  return account;
}
