import { Injectable } from '@nestjs/common';
import type { Role } from '@kepu/shared/domain/roles';
import type { WorkForm } from '@kepu/shared/forms/work-form';
import type { CampaignConfig } from '@kepu/shared/campaign/config';
import type { Finding } from '@kepu/shared/inspection/finding';
import { ruleMode } from '@kepu/shared/inspection/rule-modes';
import { identityFindings, likenessFinding, notYetCompared, soundFinding, spellingFinding, type OtherWork } from '@kepu/shared/inspection/other-works';
import { identityClaims } from '@kepu/shared/rules/identity';
import { spellingPairs } from '@kepu/shared/rules/spelling';
import { In } from 'typeorm';
import type { Actor } from '../../platform/access/actor.js';
import { roleOn } from '../../platform/access/subjects.js';
import { Database } from '../../platform/database.js';
import { Campaigns } from '../campaign/campaigns.js';
import { Unit } from '../campaign/unit.entity.js';
import { FindingOverrides, hashOf, judged, type Judged } from '../inspection/finding-overrides.js';
import type { FilmLikeness } from '../likeness/likeness.entity.js';
import { Likenesses } from '../likeness/likenesses.js';
import { IdentityClaims } from '../recommendation/identity-claims.js';
import { StoredFile } from '../upload/file.entity.js';
import { NameKeys } from '../work/name-keys.js';
import { WorkVersion } from '../work/work-version.entity.js';
import { Work } from '../work/work.entity.js';
import { OtherFilms } from './other-films.js';

/** A work as others may be told of it. */
type Known = Pick<Work, 'id' | 'title' | 'unitId' | 'versionNumber'>;

/** Works that are looked into closely for another spelling. */
const MOST_CANDIDATES = 20;

/**
 * What a reader is told of a work beside other people's works. A creator is told nothing; a recommender which work
 * it is only if that one was handed to the same unit; the department everything. Drafts are nobody else's business.
 */
@Injectable()
export class OtherWorks {
  constructor(
    private readonly db: Database,
    private readonly campaigns: Campaigns,
    private readonly likenesses: Likenesses,
    private readonly overrides: FindingOverrides,
    private readonly claims: IdentityClaims,
    private readonly otherFilms: OtherFilms,
    private readonly nameKeys: NameKeys,
  ) {}

  async findingsFor(actor: Actor, work: Work, form: WorkForm, filmFileId: string): Promise<Finding[]> {
    return this.overrides.layOver(filmFileId, await this.judgedFor(actor, work, form, filmFileId));
  }

  /** The same with what each rests on, before anything is set aside. */
  async judgedFor(actor: Actor, work: Work, form: WorkForm, filmFileId: string): Promise<Judged[]> {
    const role = roleOn(actor, work);
    if (role === null || role === 'creator') return [];
    return this.judge(role, work, form, filmFileId);
  }

  /** As the department may know it: what is counted. */
  judgedForDepartment(work: Work, form: WorkForm, filmFileId: string): Promise<Judged[]> {
    return this.judge('staff', work, form, filmFileId);
  }

  /** Works whose findings may change when this one does: alike in film, author or unit. */
  async counterparts(work: Work, form: WorkForm): Promise<string[]> {
    const pairs = work.filmFileId ? (await this.likenesses.of(work.filmFileId)).pairs : [];
    // Films of earlier years are no works and count nothing.
    const alike = await this.db.read(Work).find({ where: { id: In(pairs.map(({ otherWorkId }) => otherWorkId)) }, select: { id: true } });
    return [...new Set([...alike.map(({ id }) => id), ...(await this.candidates(work, form)).map(({ id }) => id)])];
  }

  private async judge(role: Role, work: Work, form: WorkForm, filmFileId: string): Promise<Judged[]> {
    const { config } = await this.campaigns.get(work.campaignId);
    const sees = (other: Known) => role !== 'recommender' || other.unitId === work.unitId;
    const found = [
      ...(await this.identities(work, form, filmFileId, config)),
      ...(await this.likeness(role, work, filmFileId, config)),
      ruleMode(config, 'O7.spelling') === 'off' ? null : await this.spelling(work, form, sees),
    ];
    return found.filter((entry) => entry !== null);
  }

  /** Where the call only warns, what would have been refused is said instead. */
  private async identities(work: Work, form: WorkForm, filmFileId: string, config: CampaignConfig): Promise<Judged[]> {
    const film = await this.db.read(StoredFile).findOneBy({ id: filmFileId });
    const warns = { author: config.identity.author === 'warn', producingUnit: config.identity.producingUnit === 'warn', film: ruleMode(config, 'O8') === 'warn' };
    const claims = identityClaims(form, film?.sha256 ?? '').filter(({ kind }) => warns[kind]);
    return claims.length === 0 ? [] : identityFindings(await this.claims.taken(work, claims)).map(judged);
  }

  private async likeness(role: Role, work: Work, fileId: string, config: CampaignConfig): Promise<Judged[]> {
    const { state, failure, pairs } = await this.likenesses.of(fileId);
    if (state === 'none') return ruleMode(config, 'O8.likeness') === 'off' ? [] : [judged(notYetCompared())];
    const partners = await this.otherFilms.partners(work, role, pairs);
    const isShown = ({ isIdentical, share }: FilmLikeness) => isIdentical || share >= config.hints.likenessShare * 1000;
    const similar = partners.map(({ pair, told }) => ({ likenessId: pair.id, isIdentical: pair.isIdentical, isMirrored: pair.isMirrored, stretches: isShown(pair) ? pair.stretches : [], sounds: pair.sounds ?? [], other: told }));
    const findings = [likenessFinding(similar, failure), soundFinding(similar)].filter((finding): finding is Finding => finding !== null && ruleMode(config, finding.check) !== 'off');
    const others = partners.map(({ pair }) => pair.otherFileId).sort();
    return findings.map((finding) => ({ finding, basis: hashOf([finding.check, finding.verdict, failure, others]) }));
  }

  /** Keys of names narrow the candidates; the frozen forms decide. */
  private async spelling(work: Work, form: WorkForm, sees: (other: Known) => boolean): Promise<Judged | null> {
    const candidates = await this.candidates(work, form);
    const told = await this.tell(candidates, sees);
    const pairs = (await this.versionsOf(candidates)).flatMap((version) => spellingPairs(form, version.form).map((pair) => ({ ...pair, workId: version.workId })));
    const finding = spellingFinding(pairs.map(({ workId, ...pair }) => ({ ...pair, other: told(workId) })));
    return finding && { finding, basis: hashOf([finding.check, pairs.map(({ workId, kind, mine, theirs }) => `${workId} ${kind} ${mine} ${theirs}`).sort()]) };
  }

  private candidates(work: Work, form: WorkForm): Promise<Work[]> {
    const names = { firstAuthor: form.creators[0]?.name ?? '', organisation: form.producingUnits[0]?.name ?? '' };
    return this.nameKeys.alike(work, names, MOST_CANDIDATES);
  }

  private async versionsOf(works: Known[]): Promise<WorkVersion[]> {
    if (works.length === 0) return [];
    return this.db.read(WorkVersion).find({ where: works.map(({ id, versionNumber }) => ({ workId: id, number: versionNumber })), select: { id: true, workId: true, form: true, filmFileId: true } });
  }

  /** What may be said of each of these works: null where no more than that it exists. */
  private async tell(works: Known[], sees: (other: Known) => boolean): Promise<(workId: string) => OtherWork | null> {
    const units = await this.db.read(Unit).findBy({ id: In(works.flatMap(({ unitId }) => unitId ?? [])) });
    return (workId) => {
      const other = works.find(({ id }) => id === workId);
      if (!other || !sees(other)) return null;
      return { title: other.title, unitName: units.find(({ id }) => id === other.unitId)?.name ?? null, year: null, isOutside: false };
    };
  }
}
