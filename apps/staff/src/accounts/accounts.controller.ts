import { Audited, etagOf, expectedVersion, Lists, NoIdempotencyKey, Requires } from '#platform';
import {
  Body,
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import {
  ApiBearerAuth,
  ApiConflictResponse,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiPreconditionFailedResponse,
  ApiPreconditionRequiredResponse,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { NeedsIfMatch } from '../http/versioned.js';
import { Credentials } from './credentials.service.js';
import { Account, AccountPage, ChangeAccount, CreateAccount, ResetPassword } from './accounts.dto.js';
import { ActiveQuery } from '../http/active-query.js';
import { ACCOUNTS } from './accounts.list.js';
import { AccountsService } from './accounts.service.js';

const ETAG = { ETag: { description: 'Version of the account, for If-Match.', schema: { type: 'string' } } } as const;

@ApiTags('accounts')
@ApiBearerAuth()
@Requires('accounts.manage')
@Audited('account', { params: ['id'], answer: ['id', 'items.id'] })
@Controller('staff/accounts')
export class AccountsController {
  constructor(
    private readonly accounts: AccountsService,
    private readonly credentials: Credentials,
  ) {}

  @Get()
  @ApiOperation({ summary: 'List accounts by user name' })
  @Lists(ACCOUNTS)
  @ApiOkResponse({ type: AccountPage })
  list(@Query() query: ActiveQuery): Promise<AccountPage> {
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
  @NoIdempotencyKey('The body holds a secret; a user name is given once.')
  @ApiOperation({ summary: 'Create an account', description: 'Emits staff.account.saved.v1.' })
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
    description:
      'Deactivating and other roles end the account’s sessions. Emits staff.account.saved.v1 when more than the name changed.',
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

  @Post(':id/password')
  @NoIdempotencyKey('The body holds a secret; If-Match lets it happen once.')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Give an account a password to be changed at the next login',
    description: 'Ends its sessions, and a lock of its name.',
  })
  @NeedsIfMatch()
  @ApiNoContentResponse({ description: 'It is set.' })
  resetPassword(
    @Param('id', ParseUUIDPipe) id: string,
    @Headers('if-match') ifMatch: string | undefined,
    @Body() body: ResetPassword,
  ): Promise<void> {
    return this.credentials.reset(id, expectedVersion(ifMatch), body.password);
  }

  @Post(':id/unlock')
  @HttpCode(204)
  @ApiOperation({ summary: 'End the lock of an account after wrong passwords' })
  @ApiNoContentResponse({ description: 'It may be tried again.' })
  unlock(@Param('id', ParseUUIDPipe) id: string): Promise<void> {
    return this.credentials.unlock(id);
  }
}

function tagged(account: Account, reply: FastifyReply): Account {
  void reply.header('etag', etagOf(account.version));
  return account;
}
