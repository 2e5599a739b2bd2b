import type { AcceptInvitationRequest, AccountView, DemoReply, DeviceView, InvitationReply, InvitationView, InviteRequest, PasswordLoginReply, PasswordLoginRequest, RefreshRequest, RenameRequest, SessionReply, SmsCodeReply, SmsCodeRequest, SmsLoginRequest, TotpRequest, TotpSetupReply, WechatLoginRequest } from './account.js';
import type { CallView, CampaignReply, CloneCampaignRequest, ConfigReply, EditConfigRequest, EditUnitRequest, OfCall, SetCallStateRequest, SetClosingRequest, UnitBoardRow, UnitSlotsReply } from './campaign.js';
import type { AskingComputerView, ComputerAskReply, ComputerDeskReply, ComputerTicketReply, ComputerTicketRequest, ComputerView } from './computer.js';
import type { ComparisonReply, WorkFilmView } from './film.js';
import type { AddReceiptRequest, FrontDeskReply, HandOverReply, HandOverRow, MailServerReply, MailServerTestReply, MakeExportRequest, PackageItemView, PackageLinkReply, PackageView, SendMailRequest, SetMailServerRequest, TakeBounceRequest } from './handover.js';
import type { AuditEntryView, DeskReply, OverviewReply } from './desk.js';
import type { ContactReply, CreateWorkRequest, DeclineRequest, DisqualifyRequest, FileLinkReply, FileView, FormLinkQuery, InspectionView, MediaLinkReply, OverrideRequest, Page, ReceiptReply, RecommendReply, ReturnRequest, SaveFormReply, SaveFormRequest, SignRequest, SignOffRequest, SubmitRequest, VerifyReply, VersionReply, WorkListItem, WorkView } from './work.js';
import type { AdjustPageRequest, ConfirmPaperRequest, OrderPagesRequest, ScanDeskReply } from './scan.js';
import type { FormPreview, JuryPaperQuery, UnitPaperQuery } from './paper.js';

interface Endpoint<Reply, Body = void, Query = void> {
  reply: Reply;
  body: Body;
  query: Query;
}

/** Filters of the department's list of works. All optional, joined by "and". */
export interface WorkFilter extends OfCall {
  status?: string;
  unitId?: string;
  /** In title, receipt, first author, organisation. */
  search?: string;
  /**
   * failing: a rule is broken · looking: something to look at · listed: from a listed area · awaiting-scan ·
   * overdue: sent back and not handed in by the time given · uninspected: the inspection did not finish.
   */
  having?: 'failing' | 'looking' | 'listed' | 'awaiting-scan' | 'overdue' | 'uninspected';
  /** Only works whose current film has a finding of this rule; with failing or looking, one of that kind. */
  rule?: string;
  after?: string;
  limit?: string;
}

export interface AuditFilter extends OfCall {
  workId?: string;
  unitId?: string;
  action?: string;
  after?: string;
  limit?: string;
}

/**
 * Every call of the API with what it takes and answers: phone, console and the API's own description are
 * made from this one list. Films and proofs go to /api/uploads by tus 1.0.0 (docs/uploads.md).
 */
export interface Endpoints {
  'POST /api/auth/sms-codes': Endpoint<SmsCodeReply, SmsCodeRequest>;
  'POST /api/auth/sms-login': Endpoint<SessionReply, SmsLoginRequest>;
  'POST /api/auth/wechat-login': Endpoint<SessionReply, WechatLoginRequest>;
  'POST /api/auth/password-login': Endpoint<PasswordLoginReply, PasswordLoginRequest>;
  'POST /api/auth/totp': Endpoint<SessionReply, TotpRequest>;
  'POST /api/auth/refresh': Endpoint<SessionReply, RefreshRequest>;
  'DELETE /api/auth/session': Endpoint<void>;
  'DELETE /api/auth/sessions': Endpoint<void>;
  'GET /api/me': Endpoint<AccountView>;
  'PUT /api/me/name': Endpoint<void, RenameRequest>;
  'GET /api/me/devices': Endpoint<DeviceView[]>;
  'POST /api/me/consents': Endpoint<void, { version: string }>;
  'GET /api/me/desk': Endpoint<DeskReply>;
  'PUT /api/me/messages/read': Endpoint<void>;
  'POST /api/invitations': Endpoint<InvitationReply, InviteRequest>;
  'GET /api/invitations/:token': Endpoint<InvitationView>;
  'POST /api/invitations/:token/sms-code': Endpoint<SmsCodeReply>;
  'POST /api/invitations/:token/totp': Endpoint<TotpSetupReply>;
  'POST /api/invitations/:token/acceptance': Endpoint<SessionReply, AcceptInvitationRequest>;
  'GET /api/demo': Endpoint<DemoReply>;
  'POST /api/demo/login': Endpoint<SessionReply, { key: string }>;

  'GET /api/campaign': Endpoint<CampaignReply>;
  'GET /api/campaigns': Endpoint<CallView[]>;
  /** Makes the next call from an earlier one. */
  'POST /api/campaigns': Endpoint<CallView, CloneCampaignRequest>;
  'GET /api/campaigns/:campaignId': Endpoint<CampaignReply>;
  'PUT /api/campaigns/:campaignId/state': Endpoint<CallView, SetCallStateRequest>;
  'GET /api/campaign/config': Endpoint<ConfigReply, void, OfCall>;
  'PUT /api/campaign/config': Endpoint<ConfigReply, EditConfigRequest, OfCall>;
  'PUT /api/units/:unitId': Endpoint<void, EditUnitRequest>;
  'PUT /api/units/:unitId/closing': Endpoint<void, SetClosingRequest>;
  'GET /api/units/:unitId/slots': Endpoint<UnitSlotsReply>;
  'GET /api/units': Endpoint<UnitBoardRow[], void, OfCall>;

  'POST /api/works': Endpoint<WorkView, CreateWorkRequest, OfCall>;
  'GET /api/works/mine': Endpoint<WorkListItem[]>;
  /** Works handed to this unit, the first handed in first. */
  'GET /api/units/:unitId/inbox': Endpoint<Page<WorkListItem>, void, { after?: string; limit?: string; status?: string }>;
  'GET /api/works': Endpoint<Page<WorkListItem>, void, WorkFilter>;
  'GET /api/works/:workId': Endpoint<WorkView>;
  'PUT /api/works/:workId/form': Endpoint<SaveFormReply, SaveFormRequest>;
  'PUT /api/works/:workId/signature': Endpoint<WorkView, SignRequest>;
  'DELETE /api/works/:workId/film': Endpoint<WorkView>;
  'GET /api/works/:workId/inspection': Endpoint<InspectionView>;
  'POST /api/works/:workId/inspection': Endpoint<InspectionView>;
  'PUT /api/works/:workId/submission': Endpoint<ReceiptReply, SubmitRequest>;
  'DELETE /api/works/:workId/submission': Endpoint<WorkView>;
  'GET /api/works/:workId/versions/:number': Endpoint<VersionReply>;
  /** Every film that was put in, the newest first; who did not make it sees those that were handed in. */
  'GET /api/works/:workId/films': Endpoint<WorkFilmView[]>;
  /** Opens this work's film beside another that is like it; the log says who did. */
  'POST /api/works/:workId/comparisons/:likenessId': Endpoint<ComparisonReply>;
  'GET /api/works/:workId/history': Endpoint<AuditEntryView[]>;
  'POST /api/works/:workId/return': Endpoint<WorkView, ReturnRequest>;
  'POST /api/works/:workId/decline': Endpoint<WorkView, DeclineRequest>;
  'PUT /api/works/:workId/sign-offs/:dutyId': Endpoint<WorkView, SignOffRequest>;
  'DELETE /api/works/:workId/sign-offs/:dutyId': Endpoint<WorkView>;
  /** 人工复核: sets one finding of the film under review aside. */
  'PUT /api/works/:workId/overrides/:check': Endpoint<WorkView, OverrideRequest>;
  'DELETE /api/works/:workId/overrides/:check': Endpoint<WorkView>;
  'PUT /api/works/:workId/recommendation': Endpoint<RecommendReply>;
  'DELETE /api/works/:workId/recommendation': Endpoint<WorkView>;
  'POST /api/works/:workId/disqualification': Endpoint<WorkView, DisqualifyRequest>;
  'POST /api/works/:workId/contact': Endpoint<ContactReply>;

  /** An editing computer asks for a code to be typed on the phone; nobody is signed in there. */
  'POST /api/computers': Endpoint<ComputerAskReply>;
  'POST /api/computers/ticket': Endpoint<ComputerTicketReply, ComputerTicketRequest>;
  'GET /api/works/:workId/computers': Endpoint<ComputerView[]>;
  'GET /api/works/:workId/computers/:code': Endpoint<AskingComputerView>;
  /** The owner lets the computer that shows this code upload to this work. */
  'PUT /api/works/:workId/computers/:code': Endpoint<ComputerView>;
  'DELETE /api/works/:workId/computers/:computerId': Endpoint<void>;
  /** For the computer itself, by its ticket. */
  'GET /api/works/:workId/computer-desk': Endpoint<ComputerDeskReply>;
  'DELETE /api/works/:workId/computer-desk': Endpoint<void>;

  'GET /api/files/:fileId': Endpoint<FileView>;
  'DELETE /api/files/:fileId': Endpoint<void>;
  /** A short-lived address for a player or a picture, bound to who asked. */
  'POST /api/files/:fileId/link': Endpoint<FileLinkReply>;
  /** An address that saves the film as it was sent, good for hours so that a broken download goes on; who asked is in the log. */
  'POST /api/files/:fileId/download': Endpoint<MediaLinkReply>;
  /** Has the copy for judging made now. */
  'POST /api/files/:fileId/judging': Endpoint<void>;
  /** The photographs of the sealed form, what paper each shows, and the PDF made of them. They are sent to /api/uploads. */
  'GET /api/works/:workId/scan': Endpoint<ScanDeskReply>;
  /** Makes the ready PDF the work's scan: the recommendation is in effect. */
  'PUT /api/works/:workId/scan': Endpoint<ScanDeskReply>;
  'PUT /api/works/:workId/scan/order': Endpoint<ScanDeskReply, OrderPagesRequest>;
  /** Other corners, another turn, or once more. */
  'PUT /api/works/:workId/scan/pages/:pageId': Endpoint<ScanDeskReply, AdjustPageRequest>;
  'DELETE /api/works/:workId/scan/pages/:pageId': Endpoint<ScanDeskReply>;
  'PUT /api/works/:workId/scan/pages/:pageId/confirmation': Endpoint<ScanDeskReply, ConfirmPaperRequest>;
  'POST /api/works/:workId/scan/bundle': Endpoint<ScanDeskReply>;
  'DELETE /api/works/:workId/scan/bundle': Endpoint<ScanDeskReply>;
  'PUT /api/works/:workId/scan/bundle/confirmation': Endpoint<ScanDeskReply, ConfirmPaperRequest>;
  /** A short-lived address of the form as a file: the draft with a watermark, or the frozen version. */
  'POST /api/works/:workId/form-link': Endpoint<MediaLinkReply, void, FormLinkQuery>;
  'GET /api/works/:workId/form-preview': Endpoint<FormPreview, void, Pick<FormLinkQuery, 'copy'>>;
  /** A short-lived address of one of a unit's papers. */
  'POST /api/units/:unitId/paper-link': Endpoint<MediaLinkReply, void, UnitPaperQuery>;
  /** A short-lived address of a paper of the judging. */
  'POST /api/campaign/paper-link': Endpoint<MediaLinkReply, void, JuryPaperQuery>;
  'GET /api/verify/:code': Endpoint<VerifyReply>;

  /** 报送材料: what is there, what is missing and whose turn it is, and every hand-over so far. */
  'GET /api/units/:unitId/hand-over': Endpoint<HandOverReply>;
  /** Freezes the recommended works as they are and has their package made. */
  'POST /api/units/:unitId/hand-overs': Endpoint<PackageView>;
  'GET /api/hand-overs': Endpoint<HandOverRow[], void, OfCall>;
  'GET /api/packages/:packageId': Endpoint<PackageView>;
  /** Gives up a package that is not ready. */
  'DELETE /api/packages/:packageId': Endpoint<PackageView>;
  'POST /api/packages/:packageId/retry': Endpoint<PackageView>;
  /** Hashes every file again and compares it with the manifest. */
  'POST /api/packages/:packageId/verification': Endpoint<PackageView>;
  /** A page of its own for the package, on any computer, until it expires. */
  'POST /api/packages/:packageId/link': Endpoint<PackageLinkReply>;
  'GET /api/packages/:packageId/items': Endpoint<PackageItemView[]>;
  'POST /api/packages/:packageId/mails': Endpoint<PackageView, SendMailRequest>;
  /** A mail of this package came back: the returned mail says why. */
  'POST /api/packages/:packageId/bounces': Endpoint<PackageView, TakeBounceRequest>;
  /** The mail server a unit sends through as itself. */
  'GET /api/units/:unitId/mail-server': Endpoint<MailServerReply>;
  'PUT /api/units/:unitId/mail-server': Endpoint<MailServerReply, SetMailServerRequest>;
  'DELETE /api/units/:unitId/mail-server': Endpoint<MailServerReply>;
  /** Logs in to it, and sends nothing. */
  'POST /api/units/:unitId/mail-server/test': Endpoint<MailServerTestReply>;
  /** Paper or discs have arrived. */
  'POST /api/packages/:packageId/receipts': Endpoint<FrontDeskReply, AddReceiptRequest>;
  /** An entry was wrong: both stay in the list, and the unit hears of it only if it heard of the entry. */
  'DELETE /api/packages/:packageId/receipts/:receiptId': Endpoint<FrontDeskReply>;
  /** By the code of an envelope or a disc. */
  'GET /api/front-desk/:code': Endpoint<FrontDeskReply>;
  'GET /api/exports': Endpoint<PackageView[], void, OfCall>;
  'POST /api/exports': Endpoint<PackageView, MakeExportRequest, OfCall>;

  'GET /api/overview': Endpoint<OverviewReply, void, OfCall>;
  'GET /api/audit': Endpoint<Page<AuditEntryView>, void, AuditFilter>;
}

export type EndpointName = keyof Endpoints;

/** The names of the `:parameters` in an endpoint's path. */
export type PathParameters<E extends string> = E extends `${string}:${infer P}/${infer Rest}` ? P | PathParameters<`/${Rest}`> : E extends `${string}:${infer P}` ? P : never;
