package dev.signet.planted.admin;

class Seventh {}
