"""Slips planted in common words are found; words of the trade, names and other languages stay in peace."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from prlint.text.wordlist import grade
from tests.support import findings, quotes

if TYPE_CHECKING:
    from collections.abc import Callable

#: Common words of six letters or more, each a noun or a verb that releases use.
COMMON = """agreement announced approval available because benefit business candidate capital clinical commercial committee
company compared complete conference continue contract customers decision delivery demonstrated department development
director discovery distribution earnings economic effective efficiency employees endpoint environment equipment estimates
evaluation evidence executive expected experience facility federal financial following foundation generation government
growth hospital improvement including increase independent information initiative innovation institute insurance interest
international investment knowledge laboratory leadership management manufacturing market materials measures medicine
members milestone million network objective offering operations opportunity organization partnership patients payment
performance platform portfolio position potential president previously problem process product production professional
program progress project proposed protection provide quality quarter receive recently recommended regulatory relationship
requirement research resources response revenue schedule science security september services shareholders significant
solution standard statement strategic strategy structure submission success support surgery technology therapeutic through
together transaction treatment university updated various website worldwide""".split()
#: Of medicine, of chemistry, of drugs, of business: in no general dictionary, or a letter away from another word.
TRADE = """xenograft phospholipid radiotherapeutic alkylphosphocholine nephrotoxic thrombocytopenia immunoadsorption
lenalidomide bortezomib osimertinib pembrolizumab semaglutide tirzepatide dexamethasone prednisolone methotrexate
paclitaxel carboplatin gemcitabine cytarabine azacitidine venetoclax ibrutinib rituximab trastuzumab bevacizumab
neurodevelopmental immunohistochemistry electrophysiological pharmacogenomics glycosylation phosphorylation ubiquitination
dosimetry radioligand theranostic lutetium actinium yttrium iodophenyl pentixafor somatostatin glucagon incretin
amyloidosis sarcoidosis scleroderma psoriasis keratoconus glaucoma uveitis retinoblastoma neuroblastoma medulloblastoma
hemophilia thalassemia cystinosis phenylketonuria homocystinuria mucopolysaccharidosis lysosomal peroxisomal
oncolytic adenoviral lentiviral plasmid transgene capsid aptamer morpholino antisense siRNA microRNA exosomal
ketamine esketamine psilocybin ibogaine cannabidiol naltrexone buprenorphine methadone naloxone
transection resection ablation embolization angioplasty stenting catheterization thrombectomy endarterectomy
uplisting dilutive tokenization blockchain fintech insurtech telehealth cybersecurity microgrid gigafactory
nutraceutical probiotic prebiotic synbiotic kombucha hydroponic aeroponic terpene vaporizer hemostatic gauze
titer aliquot lysate assay analyte isoform paralog ortholog epitope paratope hapten adjuvant excipient""".split()
NAMES = """Nguyen Schmidt Kowalczyk Papadopoulos Bhattacharya Oyelaran Szczepanski Lindqvist Ferreira Yamaguchi Kuznetsova
Abernethy Featherston Malcolmson Robinsson Thompsen Andersen Petersson Johannsen Catharine Jonathon Micheal Kristopher
Bancorp Biotherics Novartex Cellestia Genexine Immunovia Medivir Orphazyme Zealandia Pharming Galapogos Argenix Lyftora
Worthingtone Brightwell Clearpointe Pathfindr Datadogg Snowflaker Healthee Carelon Optimumm Qualigen Certara Evotec
Mountainvue Riverbende Greenfeld Westport Eastpointe Northstarr Southfeld Lakeshire Fairmonte Stonebridg""".split()
FOREIGN = """gesellschaft entwicklung forschung wissenschaft krankenhaus geschäftsführer société développement
recherche santé hôpital empresa desarrollo investigación salud azienda sviluppo ricerca salute bedrijf ontwikkeling
onderzoek företag utveckling forskning yritys kehitys tutkimus""".split()


def _planted(word: str, random: Random) -> str:
    """Returns the word with one slip of the hand behind its first letter."""
    at = random.randrange(1, len(word) - 1)
    slips: list[Callable[[], str]] = [
        lambda: word[:at] + word[at + 1 :],
        lambda: word[:at] + word[at] + word[at:],
        lambda: word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        lambda: word[:at] + random.choice("aeioutnsr") + word[at + 1 :],
    ]
    return random.choice(slips)()


def test_nearly_all_slips_in_common_words_are_found() -> None:
    random = Random(20261121)  # noqa: S311 - the same slips each time
    planted = [
        wrong for word in COMMON for _ in range(4) if (wrong := _planted(word, random)) != word and grade(wrong) < 0
    ]
    # One to a text, so that none establishes another; the text says nothing else that is new.
    found = [wrong for wrong in planted if findings(f"We read of {wrong} here.", select=("typo",))]
    assert len(planted) > 400
    assert len(found) >= 0.95 * len(planted), sorted(set(planted) - set(found))


def test_what_is_suggested_is_what_was_meant() -> None:
    random = Random(7)  # noqa: S311 - the same slips each time
    right = total = 0
    for word in COMMON:
        wrong = _planted(word, random)
        if wrong == word or grade(wrong) >= 0:
            continue
        for found in findings(f"We read of {wrong} here.", select=("typo",)):
            total += 1
            right += bool(found.suggestion and found.suggestion.replacement == word)
    assert right >= 0.9 * total


@pytest.mark.parametrize("word", TRADE)
def test_words_of_the_trade_are_left_in_peace(word: str) -> None:
    assert findings(f"The role of {word} in the study was small.", select=("typo",)) == []


@pytest.mark.parametrize("word", [*NAMES, *FOREIGN])
def test_names_and_words_of_other_languages_raise_no_warning(word: str) -> None:
    found = findings(f"The house of {word} met in Lyon.", select=("typo",))
    assert [one for one in found if one.severity != "info"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Our streem engine is new. Every streem engine has a streem valve.",
        'The layer ("streem") is new.',
        "Streem™ is sold. The streem layer is new.",
        "Visit www.streemworks.com for the streem layer.",
        "See https://www.example.com/recieve?forcast=quallity for more.",
        "Follow #recieve or @recieve_news, and mail recieve@example.com.",
        "The part non-recieve and the code recieve_x are in order.",
    ],
)
def test_what_the_text_establishes_or_an_address_holds_is_left_in_peace(text: str) -> None:
    assert findings(text, select=("typo",)) == []


def test_a_slip_made_twice_is_one_finding_where_the_right_word_stands_too() -> None:
    found = findings("We recieve goods. They recieve goods. You receive goods.", select=("typo",))
    assert quotes(found) == [("recieve", "recieve")]
    assert found[0].suggestion
    assert (found[0].suggestion.replacement, found[0].suggestion.safety) == ("receive", "review")


def test_the_capitals_of_a_word_are_kept_in_what_is_suggested() -> None:
    (found,) = findings("TOTAL LIABILTIES ROSE.", select=("typo",))
    assert found.suggestion
    assert found.suggestion.replacement == "LIABILITIES"


def test_one_earlier_release_does_not_make_a_slip_a_word() -> None:
    old = [("2025-09-15", "You recieve goods.")]
    assert findings("We recieve goods.", date="2026-03-02", earlier=old, select=("typo",))
    older = [*old, ("2025-11-15", "They recieve goods.")]
    assert findings("We recieve goods.", date="2026-03-02", earlier=older, select=("typo",)) == []


def test_a_title_is_nobody_s_to_correct() -> None:
    text = 'A paper, "Compleat Guide to the Enviroment of Alloys," in the Journal of Alloys, appeared in May.'
    assert quotes(findings(text, select=("typo",))) == []


def test_a_sentence_in_another_language_is_left_in_peace() -> None:
    text = "Cette entreprise developpe des traitements innovants pour les malades, et elle recherche des partenaires."
    assert quotes(findings(text, select=("typo",))) == []


def test_a_letter_three_times_in_a_row_makes_no_compound() -> None:
    assert quotes(findings("EBITDA rose by a milllion.", select=("typo",))) == [("milllion",)]
