"""Stems that are common in the house's documents, by what they tell: a line a step.

Written by `python -m tests.measure.commonness`.
"""

from __future__ import annotations

COMMON = """
1: and the
2: a
3: is it
4: for funct in of or that to with
5: one
6: an are at by not on what
7: as be each event from its no onl request so
8: cal can cod invok keep lambda may need own per queu read run start them tim work you
9: all api chang data environ fail first has key let limit log mak memor must nam sam shar then
  up use when which without writ
10: after answ befor concur doe error ever gateway handl how messag mor noth other out retr rol
  set show stor tak they timeout vers wait was
11: account ask aws batch client com cost count decid do end fil get giv hav if into load long
  map never new numb onc order part polik record s3 say second servik sink smal sourk sqs step
  stream tel than their ther through two user wher who your
12: alarm asynchronous becaus between both build but cach check choos cold configur connect
  databas durat execut find go hold itself know larg last layer leav los man manag mov next over
  permit person reserv result right rout runtim see send serv several short siz slow stat stay
  stil such test throttl way would x
13: about add again alia also anoth any back behind belong bus car consum contain dead default
  depend deploy differ dynamodb few follow i idempot imag initial instead job look machin measur
  most object packag pas path pol process provis publish real region repeat report resourk rest
  secret someth stop synchronous templ thi togeth too until updat valu whil within
14: against age compar cop could cpu creat custom decis did direct don down dur earl endpoint
  eventbridg everyth fix goe group grow help http id later least level lin maximum mean metrik
  minut nobod often old open outsid pay plak prik push put quer quota rat reach releas respond
  return rul sav scal sdk sign sns som stag system team thos tmp token traf trak twik variabl
  watch wel wheth whol why
15: accept access allow apart app avail bas bet bil break bring bucket cap catch caus charg
  cheap condit delay delet destin enough even exist expir expres fact fetch filt fit fre good
  had hand happen head hour iam idl insid instance interfak join latenk latest learn les lik
  littl liv local mat mis modul network nod point priv product provid rais reason refus remov
  replik schedul separ should sid singl split stack standard switch tabl target task thre tri
  trig turn typ under upload url usual warm wer
16: action adapt addres agre alon alread alway anyth appl arriv attach bundl capak clos
  cloudwatch common comput consequ consol content context control cut day demand dif effect eith
  els entr fast fault fewer finish freez front hard health high honest includ independ input
  integr json kines lead list loop narrow neith non notik now oper outcom owner p99 pag parallel
  paramet partit payload piek pipelin plan pool pos protect quest react receiv remain replica
  review row shard simpl somebod speak spread stand status stead succes suit ten thing transact
  understand valid var visibil visibl vpc workflow wrong zero zip
17: abov acros act admit afterward applik architectur arn around attempt author authoris autom
  averag avoid away backof bad becom beforehand begin below block bound budget burst cas
  checkpoint claim clear cli cloudtrail cognito cor credent dat debug deliver describ design
  distribut doubl drop eas encrypt equal evidenk explain extens fan farg figur fiv format
  framework fresh ful global half hid histor identif jit js kind lag lat librar lie lock match
  mil millisecond model moment nat nor notifik off origin partn patch paus peak pin plain power
  prefix progres prox publik quick random rath redr rep retent reus round sampl scan search
  secur ses shap snapstart soon subnet talk thes thousand tool topik transit unles verif want
  web weight whom window year zon
18: activ agr aim alias along alternat arm artefact authentik background backlog been behav
  being best binar bind bod bootstrap buf cdk cloudfront consist constraint contract correct cur
  deliv detect divid domain downstream duplik ec2 efs elsewher exact exampl exc expect failov
  fal field fifo furth gain gb glu grant harm hash heav her hundr import init insight internet
  interview isol kafka laz listen lower meet method middlewar much near night offer option
  ordinar otherw outgo percentil perhap posit practik presign produk python rang rar rds refer
  repair replak replay ris rollback saf schema sequenk serverles simultaneous snapshot spe spend
  stal strong structur suc sum tag tls touch toward try tun unit unzip view volum waf websocket
  week whatev worth
19: acknowledg affect analyz argum assum assumpt atomik audit balank base64 besid beyond big
  branch brows byt canar circuit clean cloudform codedeploy collect commit concurrentexecut
  cover crash deadlin declar deriv detail disk dns docum draw edg embed encod except explicit
  extra far featur flow form four guarant habit ids index interest item java judg jwt kms
  languag maxreceivecount ment merg money monit multip nativ net observ oldest orchestr pac
  password past pattern payment post pressur program prov purpos qualit ray red relat relea
  rememb repositor risk room safet script sens shorten silent six slowest sort specif spik spot
  subscrib sur surv text today tru trust unknown unus usag useful whos wil yourself
"""
